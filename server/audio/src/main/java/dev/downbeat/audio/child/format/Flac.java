package dev.downbeat.audio.child.format;

import com.sedmelluq.discord.lavaplayer.container.MediaContainer;

import dev.downbeat.audio.Refusal;

import java.io.IOException;
import java.util.OptionalDouble;

/** FLAC: its own head for what it says, Lavaplayer for the sound. */
final class Flac {
    private static final int STREAM_INFO = 0;
    private static final int COMMENT = 4;
    private static final int MAX_COMMENT = 1 << 16;
    private static final int MAX_RATE = 48_000;

    private Flac() {}

    static Sound open(ByteSource source, long at, Tags tags) throws IOException {
        Bytes bytes = new Bytes(source, at + 4);
        int rate = 0;
        long samples = 0;
        boolean last = false;
        while (!last) {
            int type = bytes.u8();
            int length = bytes.u24();
            long next = bytes.position() + length;
            last = (type & 0x80) != 0;
            switch (type & 0x7F) {
                case STREAM_INFO -> {
                    bytes.skip(10);
                    long packed = bytes.u64();
                    rate = (int) (packed >>> 44);
                    samples = packed & 0xF_FFFF_FFFFL;
                }
                case COMMENT ->
                        VorbisComment.read(bytes.take(Math.min(length, MAX_COMMENT)), 0, tags);
                default -> {}
            }
            bytes.seek(next);
        }
        return sound(source, at, tags, rate, samples);
    }

    private static Sound sound(ByteSource source, long at, Tags tags, int rate, long samples)
            throws MediaRefused {
        if (rate < 4000 || rate > 655_350) {
            throw new MediaRefused(Refusal.DAMAGED_AS.about("FLAC"));
        }
        int pcmRate = Math.min(rate, MAX_RATE);
        Sound.Decoder decoder =
                new LavaplayerDecoder(MediaContainer.FLAC, source, at, pcmRate, "flac");
        OptionalDouble seconds =
                samples > 0 ? OptionalDouble.of((double) samples / rate) : OptionalDouble.empty();
        return Sound.of("flac", pcmRate, tags, seconds, decoder);
    }
}
