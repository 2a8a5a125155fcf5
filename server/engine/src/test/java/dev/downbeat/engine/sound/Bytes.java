package dev.downbeat.engine.sound;

import dev.downbeat.engine.parties.MediaBytes;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** Bytes that are their own key. */
record Bytes(String text) implements MediaBytes {
    @Override
    public InputStream open() {
        return new ByteArrayInputStream(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    @Override
    public long length() {
        return text.length();
    }

    @Override
    public String fileName() {
        return text + ".mp3";
    }

    @Override
    public String contentKey() {
        return "key-" + text;
    }

    @Override
    public boolean isLent() {
        return text.startsWith("host-file:");
    }
}
