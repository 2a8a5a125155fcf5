package dev.downbeat.audio.child.format;

import dev.downbeat.audio.Refusal;

import java.io.IOException;
import java.util.OptionalDouble;

/** RIFF WAVE with linear PCM: 8, 16, 24 or 32 bit or 32 bit float, up to eight channels. */
final class Wav {
    private static final int PCM = 1;
    private static final int FLOAT = 3;
    private static final int EXTENSIBLE = 0xFFFE;
    private static final int FRAMES_AT_ONCE = 4096;
    private static final long STREAMED = 0xFFFF_FFFFL;

    private final Bytes bytes;
    private final Tags tags = new Tags();
    private int kind;
    private int channels;
    private int sampleRate;
    private int bits;

    private Wav(ByteSource source) {
        this.bytes = new Bytes(source, 12);
    }

    static Sound open(ByteSource source) throws IOException {
        return new Wav(source).open(source.length());
    }

    private Sound open(long fileLength) throws IOException {
        while (true) {
            String chunk = bytes.ascii(4);
            long length = bytes.u32le();
            long body = bytes.position();
            switch (chunk) {
                case "fmt " -> format(length);
                case "data" -> {
                    return sound(body, length, fileLength);
                }
                case "LIST" -> list(body + length);
                default -> {}
            }
            bytes.seek(body + length + (length & 1));
        }
    }

    private void format(long length) throws IOException {
        kind = bytes.u16le();
        channels = bytes.u16le();
        sampleRate = (int) bytes.u32le();
        bytes.skip(6);
        bits = bytes.u16le();
        if (kind == EXTENSIBLE && length >= 40) {
            bytes.skip(8);
            kind = bytes.u16le();
        }
        boolean known = kind == PCM && (bits == 8 || bits == 16 || bits == 24 || bits == 32);
        if (!known && !(kind == FLOAT && bits == 32)) {
            throw new MediaRefused(Refusal.CODING_UNKNOWN.about("WAV"));
        }
        if (channels < 1 || channels > 8 || sampleRate < 4000 || sampleRate > 384_000) {
            throw new MediaRefused(Refusal.DAMAGED_AS.about("WAV"));
        }
    }

    private void list(long end) throws IOException {
        if (!"INFO".equals(bytes.ascii(4))) {
            return;
        }
        while (bytes.position() + 8 <= end) {
            String name = bytes.ascii(4);
            long length = bytes.u32le();
            long next = bytes.position() + length + (length & 1);
            if (length < 4096 && next <= end + 1) {
                String value = Text.guess(bytes.take((int) length));
                switch (name) {
                    case "INAM" -> tags.put(Tags.TITLE, value);
                    case "IART" -> tags.put(Tags.ARTIST, value);
                    case "IPRD" -> tags.put(Tags.ALBUM, value);
                    default -> {}
                }
            }
            bytes.seek(next);
        }
    }

    private Sound sound(long body, long length, long fileLength) throws IOException {
        if (channels == 0) {
            throw new MediaRefused(Refusal.DAMAGED_AS.about("WAV"));
        }
        int frameBytes = channels * bits / 8;
        boolean saysLength = length != STREAMED && length != 0;
        long declared = saysLength ? length : Math.max(0, fileLength - body);
        Sound.Decoder decoder = sink -> decode(body, saysLength ? length : Long.MAX_VALUE, sink);
        double seconds = (double) declared / frameBytes / sampleRate;
        return Sound.of("wav", sampleRate, tags, OptionalDouble.of(seconds), decoder);
    }

    private void decode(long body, long length, Sound.PcmSink sink) throws IOException {
        int frameBytes = channels * bits / 8;
        long left = length / frameBytes;
        short[] samples = new short[FRAMES_AT_ONCE * channels];
        Sound.PcmSink stereo = new Downmix(channels, sink);
        bytes.seek(body);
        while (left > 0 && bytes.has(frameBytes)) {
            int frames = 0;
            while (frames < FRAMES_AT_ONCE && left > 0 && bytes.has(frameBytes)) {
                readFrame(samples, frames++);
                left--;
            }
            stereo.accept(samples, frames);
        }
    }

    private void readFrame(short[] samples, int frame) throws IOException {
        for (int channel = 0; channel < channels; channel++) {
            samples[frame * channels + channel] = sample();
        }
    }

    private short sample() throws IOException {
        if (kind == FLOAT) {
            float value = Float.intBitsToFloat((int) bytes.u32le());
            return (short) Math.clamp(Math.round(value * 32768f), -32768, 32767);
        }
        return switch (bits) {
            case 8 -> (short) ((bytes.u8() - 128) << 8);
            case 16 -> (short) bytes.u16le();
            case 24 -> {
                bytes.skip(1);
                yield (short) bytes.u16le();
            }
            default -> {
                bytes.skip(2);
                yield (short) bytes.u16le();
            }
        };
    }
}
