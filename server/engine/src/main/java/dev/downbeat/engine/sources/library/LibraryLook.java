package dev.downbeat.engine.sources.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one look at the configured folders found.
 *
 * @param files by id
 * @param lost folders that could not be read
 * @param failed files and folders inside that could not be looked at, from their folder on
 */
record LibraryLook(Map<String, LibraryFile> files, List<Path> lost, List<String> failed) {

    static LibraryLook at(List<Path> folders) {
        LibraryLook look =
                new LibraryLook(new LinkedHashMap<>(), new ArrayList<>(), new ArrayList<>());
        folders.forEach(look::walk);
        return look;
    }

    /** Those that are not there, are no folders or cannot be read now. */
    static List<Path> lost(List<Path> folders) {
        return folders.stream().filter(folder -> !isReadable(folder)).toList();
    }

    private static boolean isReadable(Path folder) {
        return Files.isDirectory(folder) && Files.isReadable(folder);
    }

    private void walk(Path folder) {
        try {
            if (isReadable(folder)) {
                LibraryScan scan = LibraryScan.of(folder);
                files.putAll(scan.found());
                failed.addAll(scan.failed());
            } else {
                lost.add(folder);
            }
        } catch (IOException _) {
            lost.add(folder);
        }
    }
}
