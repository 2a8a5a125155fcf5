package dev.downbeat.audio.child.format;

import dev.downbeat.audio.Refusal;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.OptionalDouble;

/**
 * MP3 files: a walk over frame heads by our own hand (so that durations and delays are right for
 * every kind), the sound by mpg123.
 */
final class Mp3 {
    private static final int MAX_JUNK = 1 << 17;
    private static final int CONSTANT_IF_SAME = 200;

    private final ByteSource source;
    private final long soundAt;
    private final Mp3Frame first;
    private final Mp3Info info;

    private Mp3(ByteSource source, long soundAt, Mp3Frame first, Mp3Info info) {
        this.source = source;
        this.soundAt = soundAt;
        this.first = first;
        this.info = info;
    }

    /** Where the first of two frames in a row begins, or -1. */
    static long find(ByteSource source, long from) throws IOException {
        Bytes bytes = new Bytes(source, from);
        for (long at = from; at < from + MAX_JUNK; at++) {
            bytes.seek(at);
            Mp3Frame frame = Mp3Frame.at(bytes);
            if (frame == null) {
                if (!bytes.has(4)) {
                    return -1;
                }
                continue;
            }
            bytes.seek(at + frame.bytes());
            if (frame.isLike(Mp3Frame.at(bytes))) {
                return at;
            }
        }
        return -1;
    }

    static Sound open(ByteSource source, long frameAt, Tags tags) throws IOException {
        Bytes bytes = new Bytes(source, frameAt);
        Mp3Frame frame = Mp3Frame.at(bytes);
        if (frame == null) {
            throw new MediaRefused(Refusal.DAMAGED_AS.about("MP3"));
        }
        Mp3Info info = Mp3Info.read(bytes, frameAt, frame);
        long soundAt = info.present() ? frameAt + frame.bytes() : frameAt;
        return new Mp3(source, soundAt, frame, info).sound(tags);
    }

    private Sound sound(Tags tags) {
        OptionalDouble declared =
                info.frames() > 0
                        ? OptionalDouble.of((double) wanted() / first.sampleRate())
                        : OptionalDouble.empty();
        return new Sound("mp3", first.sampleRate(), tags, declared, this::estimate, this::decode);
    }

    /** Sample frames of the sound proper, where the file says how many frames it has. */
    private long wanted() {
        return Math.max(0, info.frames() * first.samples() - info.skip() - info.padding());
    }

    private OptionalDouble estimate() throws IOException {
        Bytes bytes = new Bytes(source, soundAt);
        long frames = 0;
        boolean sameRate = true;
        for (Mp3Frame frame = next(bytes); frame != null; frame = next(bytes)) {
            frames++;
            sameRate &= frame.kilobits() == first.kilobits();
            bytes.skip(frame.bytes());
            if (frames == CONSTANT_IF_SAME && sameRate && source.length() > 0) {
                return OptionalDouble.of((source.length() - soundAt) / (first.kilobits() * 125.0));
            }
        }
        return OptionalDouble.of((double) frames * first.samples() / first.sampleRate());
    }

    private void decode(Sound.PcmSink sink) throws IOException {
        long keep = info.frames() > 0 ? wanted() : Long.MAX_VALUE;
        Bytes bytes = new Bytes(source, soundAt);
        try (Mp3Decoding decoding = new Mp3Decoding(new Trim(sink, info.skip(), keep))) {
            for (Mp3Frame frame = next(bytes); frame != null; frame = next(bytes)) {
                if (!bytes.has(frame.bytes())) {
                    break;
                }
                decoding.add(bytes.take(frame.bytes()), frame);
            }
            decoding.end();
        }
    }

    /** The next frame at or after the position, over damage and foreign tags; null at the end. */
    private @Nullable Mp3Frame next(Bytes bytes) throws IOException {
        Mp3Frame here = Mp3Frame.at(bytes);
        if (first.isLike(here)) {
            return here;
        }
        if (!bytes.has(4)) {
            return null;
        }
        long found = find(source, bytes.position());
        if (found < 0) {
            return null;
        }
        bytes.seek(found);
        Mp3Frame after = Mp3Frame.at(bytes);
        if (!first.isLike(after)) {
            throw new MediaRefused(Refusal.RATE_CHANGES.code());
        }
        return after;
    }
}
