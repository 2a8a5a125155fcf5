package dev.downbeat.companion.upload;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/**
 * What a file of one of the formats that a server takes looks like: the ending of its name and its
 * first bytes. Both must say music, so that notes beside the music stay where they are.
 */
final class MusicSigns {
    /** How many of a file's first bytes are looked at. */
    static final int HEAD_BYTES = 12;

    private static final Set<String> ENDINGS =
            Set.of(
                    "mp3", "flac", "wav", "m4a", "mp4", "aac", "ogg", "oga", "opus", "webm", "mka",
                    "weba");

    private MusicSigns() {}

    static boolean endsLikeMusic(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return dot >= 0 && ENDINGS.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
    }

    /**
     * @param head the file's first {@link #HEAD_BYTES}, or all of a shorter one
     */
    static boolean beginsLikeMusic(byte[] head) {
        if (head.length < HEAD_BYTES) {
            return false;
        }
        return (has(head, 0, "RIFF") && has(head, 8, "WAVE"))
                || has(head, 0, "fLaC")
                || has(head, 0, "OggS")
                || has(head, 0, "\u001aE\u00df\u00a3")
                || has(head, 4, "ftyp")
                || has(head, 4, "styp")
                || has(head, 4, "moov")
                || isId3(head)
                || isFrame(head);
    }

    private static boolean has(byte[] head, int at, String latin) {
        byte[] wanted = latin.getBytes(StandardCharsets.ISO_8859_1);
        for (int i = 0; i < wanted.length; i++) {
            if (head[at + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    /** Tags in front of MP3, AAC or FLAC: version 2.2 to 2.4, a size of four times seven bits. */
    private static boolean isId3(byte[] head) {
        return has(head, 0, "ID3")
                && head[3] >= 2
                && head[3] <= 4
                && (head[6] | head[7] | head[8] | head[9]) >= 0;
    }

    /** The head of a frame of MP3 (layer III) or of AAC with ADTS heads (its layer is 0). */
    private static boolean isFrame(byte[] head) {
        int bits = (head[0] & 0xFF) << 16 | (head[1] & 0xFF) << 8 | (head[2] & 0xFF);
        boolean mp3 = bits >>> 13 == 0x7FF && (bits >>> 9 & 3) == 1 && (bits >>> 11 & 3) != 1;
        boolean mp3Known = (bits >>> 4 & 15) % 15 != 0 && (bits >>> 2 & 3) != 3;
        boolean adts = bits >>> 12 == 0xFFF && (bits >>> 9 & 3) == 0;
        boolean adtsKnown = (bits >>> 2 & 15) <= 12;
        return (mp3 && mp3Known) || (adts && adtsKnown);
    }
}
