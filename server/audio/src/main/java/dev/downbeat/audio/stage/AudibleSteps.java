package dev.downbeat.audio.stage;

import dev.downbeat.audio.Frame;

import org.jspecify.annotations.Nullable;

/**
 * Counts steps of the media index other than +1, outside a splice and within one generation: every
 * act of a person opens a new one.
 */
final class AudibleSteps {
    private final StageCounts counts;
    private @Nullable Frame last;
    private long lastTick = -1;

    AudibleSteps(StageCounts counts) {
        this.counts = counts;
    }

    /**
     * What was due since the last call, but for what the senders do not make up for.
     *
     * @param announced the newest tick
     */
    void hear(Ring ring, long now, long announced) {
        long first = Math.max(lastTick + 1, announced - Sender.BURST_TICKS + 1);
        for (long tick = first; tick <= now; tick++) {
            hear(ring.at(tick));
        }
        lastTick = now;
    }

    private void hear(@Nullable Frame frame) {
        if (frame == null) {
            return;
        }
        if (last != null && isStep(last, frame)) {
            counts.audibleCorrection();
        }
        last = frame;
    }

    private static boolean isStep(Frame before, Frame after) {
        boolean entersSplice = after.spliced() && after.sequence() == before.sequence() + 1;
        return before.generation() == after.generation()
                && after.mediaIndex() != before.mediaIndex() + 1
                && !entersSplice;
    }
}
