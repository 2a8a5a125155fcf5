package dev.downbeat.engine.sources.library;

import dev.downbeat.engine.sources.matching.Recording;

import java.nio.file.Path;

/**
 * One file of the library.
 *
 * @param id opaque, the same as long as the file keeps its place; all that leaves the server
 * @param root the configured folder, links resolved
 * @param modifiedMs time of the last change, as the file system tells it
 */
record LibraryFile(String id, Path root, Path path, long size, long modifiedMs, Recording words) {

    /** From the library folder on; for an operator. */
    String place() {
        return root.relativize(path).toString();
    }

    boolean sameBytesAs(LibraryFile other) {
        return size == other.size && modifiedMs == other.modifiedMs;
    }

    LibraryFile with(Recording read) {
        return new LibraryFile(id, root, path, size, modifiedMs, read);
    }
}
