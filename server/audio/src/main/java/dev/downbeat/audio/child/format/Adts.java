package dev.downbeat.audio.child.format;

import dev.downbeat.audio.Refusal;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.OptionalDouble;

/** Raw AAC with ADTS heads (ISO 13818-7): no container, no duration, no seek. */
final class Adts {
    private static final int SAMPLES = 1024;
    private static final int[] RATES = {
        96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025,
        8_000, 7_350
    };

    private Adts() {}

    /**
     * @param headBytes 7, or 9 with a checksum
     * @param bytes length of the frame, head included
     */
    private record Head(int profile, int rateIndex, int channels, int headBytes, int bytes) {
        byte[] configuration() {
            int bits = (profile + 1) << 11 | rateIndex << 7 | channels << 3;
            return new byte[] {(byte) (bits >> 8), (byte) bits};
        }
    }

    static boolean isAt(ByteSource source, long at) throws IOException {
        Bytes bytes = new Bytes(source, at);
        Head head = head(bytes);
        if (head == null) {
            return false;
        }
        bytes.skip(head.bytes());
        return !bytes.has(1) || head(bytes) != null;
    }

    /** The head at the reader's position, which does not move; null when there is none. */
    private static @Nullable Head head(Bytes bytes) throws IOException {
        if (!bytes.has(7)) {
            return null;
        }
        long at = bytes.position();
        long bits = bytes.u32() << 24 | bytes.u24();
        bytes.seek(at);
        int headBytes = (bits >> 40 & 1) == 1 ? 7 : 9;
        int length = (int) (bits >> 13 & 0x1FFF);
        int rateIndex = (int) (bits >> 34 & 15);
        boolean isHead = bits >>> 44 == 0xFFF && (bits >> 41 & 3) == 0;
        if (!isHead || rateIndex >= RATES.length || length <= headBytes) {
            return null;
        }
        int channels = (int) (bits >> 30 & 7);
        return new Head((int) (bits >> 38 & 3), rateIndex, channels, headBytes, length);
    }

    static Sound open(ByteSource source, long at, Tags tags) throws IOException {
        Bytes bytes = new Bytes(source, at);
        Head first = head(bytes);
        if (first == null) {
            throw new MediaRefused(Refusal.DAMAGED_AS.about("AAC"));
        }
        byte[][] some = {frame(bytes), frame(bytes), frame(bytes)};
        int rate = AacDecoding.sampleRate(first.configuration(), some);
        return new Sound(
                "aac",
                rate,
                tags,
                OptionalDouble.empty(),
                () -> estimate(source, at, RATES[first.rateIndex()]),
                sink -> decode(source, at, first.configuration(), sink));
    }

    private static byte[] frame(Bytes bytes) throws IOException {
        Head head = head(bytes);
        if (head == null) {
            return new byte[0];
        }
        if (!bytes.has(head.bytes())) {
            throw new MediaRefused(Refusal.CUT_OFF.code());
        }
        bytes.skip(head.headBytes());
        return bytes.take(head.bytes() - head.headBytes());
    }

    private static OptionalDouble estimate(ByteSource source, long at, int rate)
            throws IOException {
        Bytes bytes = new Bytes(source, at);
        long frames = 0;
        for (Head head = head(bytes); head != null; head = head(bytes)) {
            frames++;
            bytes.skip(head.bytes());
        }
        return OptionalDouble.of((double) frames * SAMPLES / rate);
    }

    private static void decode(ByteSource source, long at, byte[] configuration, Sound.PcmSink sink)
            throws IOException {
        Bytes bytes = new Bytes(source, at);
        try (AacDecoding decoding = new AacDecoding(configuration, sink)) {
            for (byte[] frame = frame(bytes); frame.length > 0; frame = frame(bytes)) {
                decoding.add(frame);
            }
            decoding.end();
        }
    }
}
