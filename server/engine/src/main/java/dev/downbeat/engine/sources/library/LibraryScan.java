package dev.downbeat.engine.sources.library;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Walks one folder: regular files that look like music, never through a link. */
final class LibraryScan extends SimpleFileVisitor<Path> {
    static final int MOST_FILES = 200_000;
    private static final int MOST_DEPTH = 32;

    private final Path configured;
    private final Path root;
    private final Map<String, LibraryFile> found = new LinkedHashMap<>();
    private final List<String> failed = new ArrayList<>();

    private LibraryScan(Path configured, Path root) {
        this.configured = configured;
        this.root = root;
    }

    /**
     * Walks the whole folder.
     *
     * @throws IOException when the folder cannot be read at all
     */
    static LibraryScan of(Path folder) throws IOException {
        LibraryScan scan = new LibraryScan(folder, folder.toRealPath());
        Files.walkFileTree(
                scan.root, EnumSet.noneOf(java.nio.file.FileVisitOption.class), MOST_DEPTH, scan);
        return scan;
    }

    /** The files with the words of their names, by id. */
    Map<String, LibraryFile> found() {
        return found;
    }

    /** What could not be looked at, from the folder on. */
    List<String> failed() {
        return failed;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        boolean hidden = !folder.equals(root) && folder.getFileName().toString().startsWith(".");
        return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        boolean hidden = file.getFileName().toString().startsWith(".");
        if (attributes.isRegularFile() && !hidden && FileWords.isMusic(file)) {
            LibraryFile seen = file(file, attributes);
            found.put(seen.id(), seen);
        }
        return found.size() < MOST_FILES ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
    }

    /** One unreadable file or folder does not end the scan. */
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException why) {
        failed.add(root.relativize(file).toString());
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(
            Path folder, java.io.@org.jspecify.annotations.Nullable IOException why) {
        return FileVisitResult.CONTINUE;
    }

    private LibraryFile file(Path file, BasicFileAttributes attributes) {
        Path relative = root.relativize(file);
        return new LibraryFile(
                id(configured + "\n" + relative),
                root,
                file,
                attributes.size(),
                attributes.lastModifiedTime().toMillis(),
                FileWords.read(relative));
    }

    private static String id(String place) {
        byte[] hash = sha256().digest(place.getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash).substring(0, 22);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Whether the file still lies where it was found, with no link on the way. */
    static boolean inPlace(LibraryFile file) {
        try {
            return file.path().toRealPath().equals(file.path())
                    && file.path().startsWith(file.root())
                    && Files.isRegularFile(file.path(), LinkOption.NOFOLLOW_LINKS);
        } catch (IOException e) {
            return false;
        }
    }
}
