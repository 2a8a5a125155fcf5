package dev.downbeat.audio.child.format;

import dev.downbeat.audio.Refusal;

import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;

/** Tells what a medium is by its bytes; its name is never believed. */
public final class Formats {
    private Formats() {}

    /**
     * @throws MediaRefused with the reason's code
     */
    public static Sound open(ByteSource source) throws IOException {
        byte[] head = head(source);
        if (head.length == 0) {
            throw new MediaRefused(Refusal.FILE_EMPTY.code());
        }
        try {
            return open(source, head);
        } catch (EOFException _) {
            throw new MediaRefused(Refusal.CUT_OFF.code());
        }
    }

    private static Sound open(ByteSource source, byte[] head) throws IOException {
        if (starts(head, 0, "RIFF") && starts(head, 8, "WAVE")) {
            return Wav.open(source);
        }
        if (starts(head, 0, "fLaC")) {
            return Flac.open(source, 0, new Tags());
        }
        if (starts(head, 0, "OggS")) {
            return Ogg.open(source, head);
        }
        if (head.length > 4 && at(head, 0) == 0x1A && at(head, 1) == 0x45 && at(head, 2) == 0xDF) {
            return Matroska.open(source, head);
        }
        if (starts(head, 4, "ftyp") || starts(head, 4, "styp") || starts(head, 4, "moov")) {
            return Mp4.open(source);
        }
        return openStream(source);
    }

    /** What may have ID3 tags in front: frames without a container, and some FLAC files. */
    private static Sound openStream(ByteSource source) throws IOException {
        Tags tags = new Tags();
        long audioAt = Id3.read(source, tags);
        Bytes bytes = new Bytes(source, audioAt);
        if (bytes.has(4) && "fLaC".equals(bytes.ascii(4))) {
            return Flac.open(source, audioAt, tags);
        }
        if (Adts.isAt(source, audioAt)) {
            return Adts.open(source, audioAt, tags);
        }
        long frameAt = Mp3.find(source, audioAt);
        if (frameAt >= 0) {
            return Mp3.open(source, frameAt, tags);
        }
        throw new MediaRefused(Refusal.NO_MUSIC_FILE.code());
    }

    private static byte[] head(ByteSource source) throws IOException {
        byte[] head = new byte[1 << 16];
        int length = 0;
        while (length < head.length) {
            int read = source.read(length, head, length, head.length - length);
            if (read < 0) {
                break;
            }
            length += read;
        }
        return Arrays.copyOf(head, length);
    }

    static int at(byte[] bytes, int index) {
        return index < bytes.length ? bytes[index] & 0xFF : -1;
    }

    static boolean starts(byte[] bytes, int offset, String ascii) {
        for (int i = 0; i < ascii.length(); i++) {
            if (at(bytes, offset + i) != ascii.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Where {@code ascii} begins in {@code bytes}, or -1. */
    static int find(byte[] bytes, String ascii) {
        for (int i = 0; i + ascii.length() <= bytes.length; i++) {
            if (starts(bytes, i, ascii)) {
                return i;
            }
        }
        return -1;
    }
}
