package dev.downbeat.audio.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.downbeat.audio.MediaKey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The entries on disk, by least recent use. A file's time of change holds the number of its last
 * use, so that the order outlives a restart and needs no clock. Guarded by its owner.
 */
final class EntryFolder {
    private static final String SUFFIX = ".frames";

    /** In front of the name of what is lent, so that it is known without its key. */
    private static final String LENT = "lent-";

    private final Path folder;
    private final long capacityBytes;
    private final Map<String, Long> sizes = new LinkedHashMap<>(16, 0.75f, true);
    private long uses;

    /** Deletes what was lent to a process that did not end well. */
    EntryFolder(Path folder, long capacityBytes) {
        this.folder = folder;
        this.capacityBytes = capacityBytes;
        try {
            Files.createDirectories(folder);
            read();
            deleteLent();
        } catch (IOException e) {
            throw new UncheckedIOException("the frame store " + folder + " cannot be read", e);
        }
    }

    /** When the folder was removed, what was in it went too. */
    void forgetWhenGone() {
        if (!Files.isDirectory(folder)) {
            sizes.clear();
        }
    }

    private record Found(String name, long size, long use) {}

    private void read() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> entries = files.filter(file -> file.toString().endsWith(SUFFIX)).toList();
            List<Found> found = new java.util.ArrayList<>();
            for (Path entry : entries) {
                long use = Files.getLastModifiedTime(entry).toMillis();
                found.add(new Found(entry.getFileName().toString(), Files.size(entry), use));
            }
            found.sort(java.util.Comparator.comparingLong(Found::use));
            for (Found entry : found) {
                sizes.put(entry.name(), entry.size());
                uses = Math.max(uses, entry.use());
            }
        }
    }

    Path fileOf(MediaKey key) {
        return folder.resolve(nameOf(key));
    }

    boolean has(MediaKey key) {
        return sizes.containsKey(nameOf(key));
    }

    /** Notes that it is used now; also how a new entry becomes known. */
    void use(MediaKey key) {
        Path file = fileOf(key);
        try {
            Files.setLastModifiedTime(file, FileTime.fromMillis(++uses));
            sizes.put(nameOf(key), Files.size(file));
        } catch (IOException _) {
            sizes.remove(nameOf(key));
        }
    }

    void delete(MediaKey key) {
        delete(nameOf(key));
        sizes.remove(nameOf(key));
    }

    /** Deletes all that is lent. */
    void deleteLent() {
        List<String> lent = sizes.keySet().stream().filter(it -> it.startsWith(LENT)).toList();
        lent.forEach(this::delete);
        lent.forEach(sizes::remove);
    }

    /** Deletes the least recently used ones until all fit; those in use stay. */
    void shrink(Predicate<String> isInUse) {
        long total = sizes.values().stream().mapToLong(Long::longValue).sum();
        Iterator<Map.Entry<String, Long>> oldest = sizes.entrySet().iterator();
        while (total > capacityBytes && oldest.hasNext()) {
            Map.Entry<String, Long> entry = oldest.next();
            if (!isInUse.test(entry.getKey())) {
                total -= entry.getValue();
                delete(entry.getKey());
                oldest.remove();
            }
        }
    }

    private void delete(String name) {
        try {
            Files.deleteIfExists(folder.resolve(name));
        } catch (IOException _) {
            // It is found again, and counted again, at the next start.
        }
    }

    /** A key may hold anything; a file's name may not. */
    static String nameOf(MediaKey key) {
        String hash = ContentKey.hex(ContentKey.sha256().digest(key.value().getBytes(UTF_8)));
        return (key.isLent() ? LENT : "") + hash + SUFFIX;
    }
}
