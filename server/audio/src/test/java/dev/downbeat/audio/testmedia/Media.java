package dev.downbeat.audio.testmedia;

import dev.downbeat.audio.MediaStream;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Bytes in memory as a medium. */
public record Media(String fileName, InMemory content) implements MediaStream {
    /** The bytes; a class of its own because a record would compare arrays by identity. */
    public static final class InMemory {
        private final byte[] bytes;

        InMemory(byte[] bytes) {
            this.bytes = bytes;
        }

        public byte[] bytes() {
            return bytes;
        }
    }

    public static Media of(String fileName, byte[] bytes) {
        return new Media(fileName, new InMemory(bytes));
    }

    public static Media of(Path file) {
        try {
            return of(file.getFileName().toString(), Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public InputStream open() {
        return new ByteArrayInputStream(content.bytes);
    }

    @Override
    public long length() {
        return content.bytes.length;
    }
}
