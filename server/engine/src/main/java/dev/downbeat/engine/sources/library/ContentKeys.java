package dev.downbeat.engine.sources.library;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import dev.downbeat.audio.MediaStream;
import dev.downbeat.audio.Refusal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * SHA-256 of files, remembered until size or time of change differ. What is larger than anything
 * that is played is refused unread. Any thread may call; see {@link Hashing} for who waits.
 */
final class ContentKeys implements AutoCloseable {
    private final Cache<Stamp, String> known = Caffeine.newBuilder().maximumSize(20_000).build();
    private final Hashing<Stamp> hashing = new Hashing<>();

    private record Stamp(String path, long size, long modifiedMs) {}

    interface Opened {
        InputStream open() throws IOException;
    }

    /**
     * @throws IOException with a reason's code when it is too large, when the bytes do not come,
     *     when too many wait, or when the caller is interrupted
     */
    String of(LibraryFile file, Opened bytes) throws IOException {
        BasicFileAttributes now = Files.readAttributes(file.path(), BasicFileAttributes.class);
        if (now.size() > MediaStream.MOST_BYTES) {
            throw new IOException(Refusal.tooLarge());
        }
        Stamp stamp =
                new Stamp(file.path().toString(), now.size(), now.lastModifiedTime().toMillis());
        String key = known.getIfPresent(stamp);
        if (key == null) {
            key = hashing.of(stamp, bytes);
            known.put(stamp, key);
        }
        return key;
    }

    /** Ends what is being read; who waits for it gets an error. */
    @Override
    public void close() {
        hashing.close();
    }
}
