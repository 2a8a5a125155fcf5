package dev.downbeat.audio.store;

import dev.downbeat.audio.MediaKey;
import dev.downbeat.audio.MediaStream;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Keys by content: SHA-256 of all bytes, and the version of what is made of them. */
final class ContentKey {
    private ContentKey() {}

    static MediaKey of(MediaStream bytes) {
        MessageDigest digest = sha256();
        try (InputStream in = bytes.open()) {
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the file could not be read", e);
        }
        return new MediaKey("sha256:" + hex(digest.digest()) + ":" + EntryFormat.VERSION);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
