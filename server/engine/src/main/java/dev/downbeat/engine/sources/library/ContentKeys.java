package dev.downbeat.engine.sources.library;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/** SHA-256 of files, remembered until size or time of change differ. Any thread may call. */
final class ContentKeys {
    private final Cache<Stamp, String> known = Caffeine.newBuilder().maximumSize(20_000).build();

    private record Stamp(String path, long size, long modifiedMs) {}

    interface Opened {
        InputStream open() throws IOException;
    }

    String of(LibraryFile file, Opened bytes) throws IOException {
        BasicFileAttributes now = Files.readAttributes(file.path(), BasicFileAttributes.class);
        Stamp stamp =
                new Stamp(file.path().toString(), now.size(), now.lastModifiedTime().toMillis());
        String key = known.getIfPresent(stamp);
        if (key == null) {
            key = hash(bytes);
            known.put(stamp, key);
        }
        return key;
    }

    private static String hash(Opened bytes) throws IOException {
        MessageDigest digest = LibraryScan.sha256();
        try (InputStream in = new DigestInputStream(bytes.open(), digest)) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
