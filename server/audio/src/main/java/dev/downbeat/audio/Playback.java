package dev.downbeat.audio;

import java.time.Duration;

/** What a stage reports of one play, in order; called on virtual threads of the audio side. */
public interface Playback {
    /**
     * The first frame was made; again after an underrun when the timeline waited for it.
     *
     * @param position media position of that frame
     * @param atNanos server instant at which it is heard, by the clock given to {@link Audio}
     */
    void sounding(Duration position, long atNanos);

    /**
     * The last frame of the medium was made; it is heard half a second later. A play from the start
     * whose timeline waits for its sound may follow at once: it begins after that last frame.
     */
    void finished();

    /**
     * What there was before is heard to its end, as with {@link #finished}.
     *
     * @param reason the code of a {@link Refusal}, or of what its bytes' source says; no more
     *     frames will come
     */
    void failed(String reason);
}
