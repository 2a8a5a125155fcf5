package dev.downbeat.companion.home;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** How much a folder takes in, wherever links lead. */
public enum Reach {
    /** A whole file system. */
    ROOT,
    /** What the system shows of itself: processes, devices. No music is kept there. */
    SYSTEM,
    /** All that the user has. */
    HOME,
    PART;

    private static final List<String> SYSTEMS = List.of("/proc", "/sys", "/dev");

    /**
     * @param homes where the user's own files may lie; blank ones count for nothing
     * @throws IOException when the folder cannot be looked at
     */
    public static Reach of(Path folder, List<String> homes) throws IOException {
        Path real = folder.toRealPath();
        if (real.getParent() == null) {
            return ROOT;
        }
        if (SYSTEMS.stream().anyMatch(real::startsWith)) {
            return SYSTEM;
        }
        return homes.stream().anyMatch(home -> isIn(home, real)) ? HOME : PART;
    }

    private static boolean isIn(String home, Path real) {
        try {
            return !home.isBlank() && Path.of(home).toRealPath().startsWith(real);
        } catch (IOException | InvalidPathException _) {
            return false;
        }
    }
}
