package dev.downbeat.localdiscord.rest;

/** A file that came with a message. */
final class Upload {
    private final String name;
    private final String contentType;
    private final byte[] bytes;

    Upload(String name, String contentType, byte[] bytes) {
        this.name = name;
        this.contentType = contentType;
        this.bytes = bytes;
    }

    String name() {
        return name;
    }

    String contentType() {
        return contentType;
    }

    byte[] bytes() {
        return bytes;
    }
}
