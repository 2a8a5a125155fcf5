package dev.downbeat.audio.child.format;

import java.nio.charset.StandardCharsets;

/** The comment block of FLAC, Ogg Vorbis and Opus: fields {@code NAME=value} in UTF-8. */
final class VorbisComment {
    private static final int MAX_FIELDS = 256;

    private VorbisComment() {}

    /** Reads from {@code block}, which may be cut off; a damaged block gives fewer fields. */
    static void read(byte[] block, int from, Tags tags) {
        long at = from + 4 + length(block, from);
        long fields = at + 4 <= block.length ? length(block, (int) at) : 0;
        at += 4;
        for (int i = 0; i < Math.min(fields, MAX_FIELDS) && at + 4 <= block.length; i++) {
            long length = length(block, (int) at);
            at += 4;
            if (at + length > block.length) {
                return;
            }
            put(new String(block, (int) at, (int) length, StandardCharsets.UTF_8), tags);
            at += length;
        }
    }

    private static void put(String field, Tags tags) {
        int equals = field.indexOf('=');
        if (equals > 0) {
            tags.put(field.substring(0, equals), field.substring(equals + 1));
        }
    }

    private static long length(byte[] block, int at) {
        return at + 4 > block.length
                ? Integer.MAX_VALUE
                : Formats.at(block, at)
                        | Formats.at(block, at + 1) << 8
                        | Formats.at(block, at + 2) << 16
                        | (long) Formats.at(block, at + 3) << 24;
    }
}
