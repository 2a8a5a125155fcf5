package dev.downbeat.demo.whole;

import dev.downbeat.audio.Correlation;
import dev.downbeat.audio.OpusPackets;
import dev.downbeat.localdiscord.voice.CapturedFrame;
import dev.downbeat.localdiscord.voice.Recording;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Listens to what a voice channel receives and says where in a known track it is: decodes the
 * newest packets and finds them in the track by correlation. One thread.
 */
public final class Ear {
    /** A decoder that enters in the middle is wrong for up to 160 ms. */
    private static final int PRE_ROLL = 8;

    /** In frames: half a minute. */
    private static final int LOOK_BACK = 1_500;

    /** What came longer ago than this is not what is heard now. */
    static final long FRESH_NANOS = 200_000_000;

    private final Recording recording;

    public Ear(Recording recording) {
        this.recording = recording;
    }

    /**
     * @param seconds media position of the frame's first sample
     * @param atNanos when its packet arrived, by {@code System.nanoTime()}
     */
    public record Heard(double seconds, long atNanos, double likeness) {}

    /**
     * The newest frame's place in {@code track}; empty while there is no unbroken sound or it is
     * not from near {@code expected} seconds, give or take {@code within}.
     */
    public Optional<Heard> newest(Reference track, double expected, double within) {
        return sound(Sound.PIECE).flatMap(sound -> sound.newest(track, expected, within));
    }

    /**
     * The same where voice may play anything: empty also while the newest second of it could be of
     * another tune, of another place, or of two.
     */
    public Optional<Heard> certain(Reference track, double expected, double within) {
        return sound(Sound.SECOND).flatMap(sound -> certain(sound, track, expected, within));
    }

    /** Whether no sound has come for a moment, whatever it would be of. */
    public boolean isSilent() {
        return isSilent(recording.since(Math.max(0, recording.nextIndex() - 1)), System.nanoTime());
    }

    static boolean isSilent(List<CapturedFrame> newest, long nanos) {
        return newest.stream()
                .noneMatch(frame ->
                        nanos - frame.arrivalNanos() < FRESH_NANOS && !frame.opus().isSilence());
    }

    /** What was heard when the packet before {@code nanos} came; else as {@link #newest}. */
    public Optional<Heard> at(long nanos, Reference track, double expected, double within) {
        List<CapturedFrame> before =
                recording.since(Math.max(0, recording.nextIndex() - LOOK_BACK)).stream()
                        .filter(frame -> frame.arrivalNanos() <= nanos)
                        .toList();
        int wanted = PRE_ROLL + Sound.SECOND;
        List<CapturedFrame> frames =
                before.subList(Math.max(0, before.size() - wanted), before.size());
        return sound(frames, Sound.SECOND, nanos)
                .flatMap(sound -> sound.newest(track, expected, within));
    }

    static Optional<Heard> certain(Sound sound, Reference track, double expected, double within) {
        return sound.newest(track, expected, within)
                .filter(heard -> sound.isOf(track, heard.seconds()));
    }

    /** What came last; empty unless it is unbroken. */
    private Optional<Sound> sound(int pieces) {
        int wanted = PRE_ROLL + pieces;
        List<CapturedFrame> frames = recording.since(Math.max(0, recording.nextIndex() - wanted));
        return sound(frames, pieces, System.nanoTime());
    }

    private static Optional<Sound> sound(List<CapturedFrame> frames, int pieces, long nanos) {
        if (frames.size() < PRE_ROLL + pieces || !isUnbrokenSound(frames, nanos)) {
            return Optional.empty();
        }
        short[] pcm = OpusPackets.decodeAll(frames.stream().map(CapturedFrame::payload).toList());
        float[] mono = Correlation.mono(pcm);
        int start = PRE_ROLL * OpusPackets.SAMPLES;
        float[] decoded = Arrays.copyOfRange(mono, start, mono.length);
        return Optional.of(new Sound(decoded, frames.getLast().arrivalNanos()));
    }

    private static boolean isUnbrokenSound(List<CapturedFrame> frames, long nanos) {
        CapturedFrame first = frames.getFirst();
        CapturedFrame last = frames.getLast();
        return nanos - last.arrivalNanos() < FRESH_NANOS
                && last.sequence() - first.sequence() == frames.size() - 1
                && last.timestamp() - first.timestamp()
                        == (long) OpusPackets.SAMPLES * (frames.size() - 1)
                && frames.stream().noneMatch(frame -> frame.opus().isSilence());
    }
}
