package dev.downbeat.audio.stage;

import dev.downbeat.audio.Frames;

import org.jspecify.annotations.Nullable;

/**
 * Where a run can be spliced with the least to hear, and the packets around it.
 *
 * @param tick of the cross-fade
 * @param index of the frame that would sound there without the splice
 * @param step what the media index gains
 */
record QuietPlace(Run run, long tick, long index, long step, Excerpt from, Excerpt into) {

    /** Null while there is none, for example because the frames behind it do not exist yet. */
    static @Nullable QuietPlace find(Run run, long step, long earliest, long latest) {
        if (!run.isSounding()) {
            return null;
        }
        long best = -1;
        int quietest = Integer.MAX_VALUE;
        for (long tick = Math.max(earliest, run.firstFreeTick()); tick <= latest; tick++) {
            int loudness = loudness(run.frames(), run.indexAt(tick), step);
            if (loudness < quietest) {
                best = tick;
                quietest = loudness;
            }
        }
        return quietest == Integer.MAX_VALUE ? null : at(run, best, step);
    }

    private static int loudness(Frames frames, long index, long step) {
        long into = index + step;
        boolean isPossible =
                Math.min(index, into) >= 0
                        && frames.at(index) != null
                        && frames.at(into) != null
                        && frames.at(into + Splice.FRAMES) != null;
        return isPossible ? frames.loudnessAt(index) + frames.loudnessAt(into) : Integer.MAX_VALUE;
    }

    private static QuietPlace at(Run run, long tick, long step) {
        long index = run.indexAt(tick);
        return new QuietPlace(
                run,
                tick,
                index,
                step,
                Splice.before(run.frames(), index),
                Splice.after(run.frames(), index + step));
    }

    /** True when nobody took the place meanwhile and the run still has there what was read. */
    boolean isStillGood(long firstUntaken) {
        return tick >= firstUntaken && run.isSounding() && run.indexAt(tick) == index;
    }
}
