package dev.downbeat.audio.child.format;

import org.jspecify.annotations.Nullable;

import java.io.IOException;

/**
 * The head of one MPEG audio layer III frame (ISO 11172-3, 13818-3 and the "2.5" extension).
 *
 * @param bytes length of the frame, head included
 * @param samples sample frames that it holds
 */
record Mp3Frame(int version, int sampleRate, int kilobits, int channels, int bytes, int samples) {
    static final int VERSION_1 = 3;

    private static final int[] RATES = {44_100, 48_000, 32_000};
    private static final int[] KILOBITS_1 = {
        0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320
    };
    private static final int[] KILOBITS_2 = {
        0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160
    };

    /** The head at the reader's position, which does not move; null when there is none. */
    static @Nullable Mp3Frame at(Bytes bytes) throws IOException {
        if (!bytes.has(4)) {
            return null;
        }
        long at = bytes.position();
        int head = (int) bytes.u32();
        bytes.seek(at);
        return of(head);
    }

    static @Nullable Mp3Frame of(int head) {
        int version = head >>> 19 & 3;
        int rate = head >>> 10 & 3;
        int bitrate = head >>> 12 & 15;
        boolean isLayer3 = head >>> 21 == 0x7FF && (head >>> 17 & 3) == 1 && version != 1;
        // Bit rate 0 means "free": nobody makes such files, and their frames have no known length.
        if (!isLayer3 || rate == 3 || bitrate == 0 || bitrate == 15) {
            return null;
        }
        boolean first = version == VERSION_1;
        int sampleRate = RATES[rate] / (first ? 1 : version == 2 ? 2 : 4);
        int kilobits = first ? KILOBITS_1[bitrate] : KILOBITS_2[bitrate];
        int bytes = (first ? 144 : 72) * kilobits * 1000 / sampleRate + (head >>> 9 & 1);
        int channels = (head >>> 6 & 3) == 3 ? 1 : 2;
        return new Mp3Frame(version, sampleRate, kilobits, channels, bytes, first ? 1152 : 576);
    }

    boolean isLike(@Nullable Mp3Frame other) {
        return other != null && other.version == version && other.sampleRate == sampleRate;
    }

    /** Where an information tag lies in a frame of this kind, from its beginning. */
    int tagOffset() {
        return 4 + (version == VERSION_1 ? (channels == 2 ? 32 : 17) : (channels == 2 ? 17 : 9));
    }
}
