package dev.downbeat.audio;

import java.time.Duration;

/**
 * What one party sounds like: at most one medium at a time, rendered by every tap. Every play and
 * stop opens a new generation; calls with an older one are ignored. Any thread may call; none
 * waits.
 */
public interface Stage extends AutoCloseable {
    /** The most that a tap may be ahead: what is always made already. */
    Duration MOST_LEAD = Duration.ofMillis(480);

    /**
     * Sounds {@code medium} so that position {@code from} is heard at {@code atNanos}. When no
     * frame exists yet, sound starts as soon as one does: at the position the timeline has then if
     * {@code keepsTime}, else at {@code from}. What sounds goes on until the medium's first frame
     * is due by that timeline: a seek is heard on the next tick, a track's start at {@code
     * atNanos}.
     *
     * @param generation greater than any before
     * @param atNanos by the clock given to {@link Audio#open}; exact to half a frame
     */
    void play(
            long generation,
            Medium medium,
            Duration from,
            long atNanos,
            boolean keepsTime,
            Playback listener);

    /**
     * Moves the running play by {@code by}, forward when positive, with a splice within about a
     * second; more than 200 ms takes several. Rounded to whole frames; ignored for another
     * generation.
     */
    void shift(long generation, Duration by);

    /** Silence from the next tick on; also with the generation that sounds. */
    void stop(long generation);

    /**
     * A new reader of this stage's frames.
     *
     * @param lead how much earlier than its instant a frame is given, 0 to {@link #MOST_LEAD},
     *     rounded to whole frames
     * @throws IllegalArgumentException for any other lead
     */
    FrameTap tap(Duration lead);

    /** Steps of the media index other than +1, outside a splice and without a person's act. */
    long audibleCorrections();

    /** What this stage counted so far. */
    StageFigures figures();

    @Override
    void close();
}
