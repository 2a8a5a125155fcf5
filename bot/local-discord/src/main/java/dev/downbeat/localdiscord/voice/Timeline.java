package dev.downbeat.localdiscord.voice;

import java.util.ArrayList;
import java.util.List;

/**
 * Lays captured packets on the time axis that a listener hears: where the sender was quiet or a
 * packet is missing stands silence.
 */
public final class Timeline {
    private static final Opus SILENCE =
            new Opus(new byte[] {(byte) 0xF8, (byte) 0xFF, (byte) 0xFE});
    private static final long LONGEST_GAP_FRAMES = 50L * 60 * 10;

    private Timeline() {}

    /** One packet per 20 ms from the first frame to the last; a gap is at most ten minutes. */
    public static List<Opus> withSilence(List<CapturedFrame> frames) {
        List<Opus> line = new ArrayList<>();
        CapturedFrame last = null;
        for (CapturedFrame frame : frames) {
            if (last != null) {
                for (long missing = gapFrames(last, frame); missing > 0; missing--) {
                    line.add(SILENCE);
                }
            }
            line.add(frame.opus());
            last = frame;
        }
        return line;
    }

    /** A new ssrc has a new time axis; there the arrival tells the gap. */
    private static long gapFrames(CapturedFrame last, CapturedFrame frame) {
        long frames =
                last.ssrc() == frame.ssrc()
                        ? (frame.timestamp() - last.timestamp()) / OggOpus.SAMPLES_PER_FRAME
                        : (frame.arrivalNanos() - last.arrivalNanos()) / 20_000_000;
        return Math.clamp(frames - 1, 0, LONGEST_GAP_FRAMES);
    }
}
