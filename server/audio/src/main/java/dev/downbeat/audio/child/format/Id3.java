package dev.downbeat.audio.child.format;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/** ID3 version 2.2 to 2.4 at the beginning of a file; large frames (pictures) are stepped over. */
final class Id3 {
    private static final int MAX_TEXT_BYTES = 4096;
    private static final Map<String, String> NAMES =
            Map.of(
                    "TIT2",
                    Tags.TITLE,
                    "TPE1",
                    Tags.ARTIST,
                    "TALB",
                    Tags.ALBUM,
                    "TSRC",
                    "ISRC",
                    "TT2",
                    Tags.TITLE,
                    "TP1",
                    Tags.ARTIST,
                    "TAL",
                    Tags.ALBUM);

    private final Bytes bytes;
    private final Tags tags;
    private final int version;
    private final long end;

    private Id3(Bytes bytes, Tags tags, int version, long end) {
        this.bytes = bytes;
        this.tags = tags;
        this.version = version;
        this.end = end;
    }

    /**
     * @return where what follows the tags begins
     */
    static long read(ByteSource source, Tags tags) throws IOException {
        long at = 0;
        Bytes bytes = new Bytes(source, 0);
        while (bytes.has(10) && "ID3".equals(bytes.ascii(3))) {
            int version = bytes.u8();
            bytes.skip(1);
            int flags = bytes.u8();
            long size = syncSafe(bytes);
            long end = bytes.position() + size;
            boolean plain = (flags & 0xC0) == 0;
            if (plain && version >= 2 && version <= 4) {
                new Id3(bytes, tags, version, end).frames();
            }
            at = end + ((flags & 0x10) != 0 ? 10 : 0);
            bytes.seek(at);
        }
        return at;
    }

    private void frames() throws IOException {
        int header = version == 2 ? 6 : 10;
        while (bytes.position() + header < end && bytes.has(header)) {
            String name = bytes.ascii(version == 2 ? 3 : 4);
            long size = version == 2 ? bytes.u24() : version == 3 ? bytes.u32() : syncSafe(bytes);
            bytes.skip(version == 2 ? 0 : 2);
            long next = bytes.position() + size;
            if (name.charAt(0) == 0 || next > end) {
                return;
            }
            if (name.charAt(0) == 'T'
                    && size > 1
                    && bytes.has((int) Math.min(size, MAX_TEXT_BYTES))) {
                keep(name, bytes.take((int) Math.min(size, MAX_TEXT_BYTES)));
            }
            bytes.seek(next);
        }
    }

    private void keep(String name, byte[] body) {
        String[] values = text(body).split("\0", -1);
        if (name.startsWith("TXX") && values.length > 1) {
            tags.put(values[0], values[1]);
        } else if (NAMES.containsKey(name)) {
            tags.put(NAMES.getOrDefault(name, name), values[0]);
        }
    }

    private static String text(byte[] body) {
        byte[] text = Arrays.copyOfRange(body, 1, body.length);
        return switch (body[0]) {
            case 1 -> utf16(text);
            case 2 -> new String(text, StandardCharsets.UTF_16BE);
            case 3 -> new String(text, StandardCharsets.UTF_8);
            default -> latin(text);
        };
    }

    /** "Latin-1" in practice is whatever the tagging program's system used. */
    private static String latin(byte[] text) {
        int zero = 0;
        while (zero < text.length && text[zero] != 0) {
            zero++;
        }
        String first = Text.guess(Arrays.copyOf(text, zero));
        return zero + 1 < text.length
                ? first + "\0" + Text.guess(Arrays.copyOfRange(text, zero + 1, text.length))
                : first;
    }

    /** Every value of a list may have a byte order mark of its own. */
    private static String utf16(byte[] text) {
        return new String(text, StandardCharsets.UTF_16)
                .replace("\uFEFF", "")
                .replace("\uFFFE", "");
    }

    private static long syncSafe(Bytes bytes) throws IOException {
        long size = 0;
        for (int i = 0; i < 4; i++) {
            size = size << 7 | (bytes.u8() & 0x7F);
        }
        return size;
    }
}
