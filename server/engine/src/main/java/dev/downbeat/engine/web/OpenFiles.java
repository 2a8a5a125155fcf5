package dev.downbeat.engine.web;

import com.sun.management.UnixOperatingSystemMXBean;

import java.lang.management.ManagementFactory;

/** How many connections the system's limit of open files leaves room for. */
public final class OpenFiles {
    /** More would be a matter of memory, not of files. */
    private static final int MOST = 16_384;

    private OpenFiles() {}

    /** Half of the limit: music, the database and the program itself need files too. */
    public static int forConnections() {
        return ManagementFactory.getOperatingSystemMXBean()
                        instanceof UnixOperatingSystemMXBean system
                ? forConnections(system.getMaxFileDescriptorCount())
                : MOST;
    }

    static int forConnections(long limit) {
        return Math.clamp(limit / 2, 1, MOST);
    }
}
