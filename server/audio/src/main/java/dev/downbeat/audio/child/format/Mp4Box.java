package dev.downbeat.audio.child.format;

import dev.downbeat.audio.Refusal;

import org.jspecify.annotations.Nullable;

import java.io.IOException;

/**
 * One box of an MP4 file (ISO 14496-12).
 *
 * @param start where its head begins
 * @param body where what it holds begins
 * @param end may lie behind the end of a file that was cut off
 */
record Mp4Box(String type, long start, long body, long end) {
    /** The box that begins at {@code at}; null when none fits before {@code limit}. */
    static @Nullable Mp4Box at(Bytes bytes, long at, long limit) throws IOException {
        bytes.seek(at);
        if (at + 8 > limit || !bytes.has(8)) {
            return null;
        }
        long size = bytes.u32();
        String type = bytes.ascii(4);
        if (size == 1) {
            size = bytes.u64();
        } else if (size == 0) {
            size = limit - at;
        }
        long body = bytes.position();
        if (size < body - at || at + size < 0) {
            throw new MediaRefused(Refusal.DAMAGED_AS.about("MP4"));
        }
        return new Mp4Box(type, at, body, at + size);
    }

    /** Refuses a table that claims more entries than its box has room for. */
    int checkedCount(long entries, long entryBytes, Bytes bytes) throws MediaRefused {
        long room = (end - bytes.position()) / entryBytes;
        if (entries > room || entries > Mp4Track.MAX_ENTRIES) {
            throw new MediaRefused(Refusal.DAMAGED_AS.about("MP4"));
        }
        return (int) entries;
    }
}
