package dev.downbeat.audio;

import java.nio.file.Path;

/**
 * Where Lavaplayer unpacks its codecs. Its own choice is a folder that all users of a machine
 * share: the first one there locks the others out, and nobody ever clears it.
 */
final class NativeLibraries {
    private static final String FOLDER = "lava.native.extractPath";

    private NativeLibraries() {}

    /** For the rest of this process, unless the operator chose a folder. */
    static void unpackInto(Path folder) {
        if (System.getProperty(FOLDER) == null) {
            System.setProperty(FOLDER, folder.toAbsolutePath().toString());
        }
    }
}
