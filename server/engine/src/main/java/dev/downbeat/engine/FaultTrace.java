package dev.downbeat.engine;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A fault as one line for the log: kinds and places, never messages, because those may quote track
 * titles, or a statement with its arguments.
 */
public final class FaultTrace {
    private static final int FRAMES = 8;
    private static final int CAUSES = 4;

    private FaultTrace() {}

    public static String of(Throwable fault) {
        StringBuilder line = new StringBuilder(one(fault));
        Throwable cause = fault.getCause();
        for (int depth = 0; cause != null && depth < CAUSES; depth++) {
            line.append(" because ").append(one(cause));
            cause = cause.getCause();
        }
        return line.toString();
    }

    private static String one(Throwable fault) {
        return Arrays.stream(fault.getStackTrace())
                .limit(FRAMES)
                .map(frame -> frame.getFileName() + ":" + frame.getLineNumber())
                .collect(Collectors.joining(" < ", fault.getClass().getName() + " at ", ""));
    }
}
