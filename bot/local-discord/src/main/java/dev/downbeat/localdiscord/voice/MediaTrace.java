package dev.downbeat.localdiscord.voice;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * Finds for each captured packet which frame of a known sequence it is, and lists every step that
 * is not one frame onwards.
 *
 * <p>Packets that are not in the sequence (re-encoded ones of a splice, silence) are counted
 * between two known ones. A step with such packets between is a splice or a pause, one with lost
 * packets is the network; a step without either is a correction a listener hears.
 */
public record MediaTrace(List<Place> places, List<Step> steps, long unknownPackets) {
    /** A captured packet that is frame {@code mediaIndex} of the sequence. */
    public record Place(long index, long arrivalNanos, int mediaIndex) {}

    /**
     * A step other than one frame onwards.
     *
     * @param unknownBetween packets in between that are not of the sequence
     * @param lostBetween packets missing in between by RTP sequence
     * @param quietFrames 20 ms periods in between without a packet, by RTP time
     */
    public record Step(
            Place from, Place to, int unknownBetween, long lostBetween, long quietFrames) {
        /** Frames skipped (positive) or repeated (negative). */
        public long offBy() {
            return to.mediaIndex() - from.mediaIndex() - 1L - unknownBetween - lostBetween;
        }

        /** Nothing explains the step: sound was dropped or repeated in the open. */
        public boolean isAudibleCorrection() {
            return unknownBetween == 0 && quietFrames == 0 && offBy() != 0;
        }
    }

    public MediaTrace {
        places = List.copyOf(places);
        steps = List.copyOf(steps);
    }

    /** Steps that nothing explains; a person's act is among them, for the caller to leave out. */
    public List<Step> audibleCorrections() {
        return steps.stream().filter(Step::isAudibleCorrection).toList();
    }

    /** The sequence may hold equal frames; the one nearest to what is expected next is meant. */
    public static MediaTrace of(List<CapturedFrame> captured, List<Opus> sequence) {
        Map<Opus, NavigableSet<Integer>> known = new HashMap<>();
        for (int at = 0; at < sequence.size(); at++) {
            known.computeIfAbsent(sequence.get(at), _ -> new TreeSet<>()).add(at);
        }
        Builder builder = new Builder();
        for (CapturedFrame frame : captured) {
            builder.add(frame, known.getOrDefault(frame.opus(), Collections.emptyNavigableSet()));
        }
        return new MediaTrace(builder.places, builder.steps, builder.unknown);
    }

    private static final class Builder {
        private final List<Place> places = new ArrayList<>();
        private final List<Step> steps = new ArrayList<>();
        private long unknown;
        private int unknownBetween;
        private CapturedFrame last = new CapturedFrame(-1, 0, 0, 0, 0, new Opus(new byte[0]));

        void add(CapturedFrame frame, NavigableSet<Integer> candidates) {
            if (candidates.isEmpty()) {
                unknown++;
                unknownBetween++;
                return;
            }
            Place former = places.isEmpty() ? null : places.getLast();
            int expected =
                    former == null ? candidates.first() : former.mediaIndex() + 1 + unknownBetween;
            Place place =
                    new Place(frame.index(), frame.arrivalNanos(), nearest(candidates, expected));
            if (former != null
                    && (unknownBetween > 0
                            || place.mediaIndex() != former.mediaIndex() + 1
                            || quiet(frame) > 0)) {
                steps.add(new Step(former, place, unknownBetween, lost(frame), quiet(frame)));
            }
            places.add(place);
            last = frame;
            unknownBetween = 0;
        }

        private long lost(CapturedFrame frame) {
            return frame.ssrc() == last.ssrc()
                    ? frame.sequence() - last.sequence() - 1 - unknownBetween
                    : 0;
        }

        private long quiet(CapturedFrame frame) {
            if (frame.ssrc() != last.ssrc()) {
                return Math.max(0, (frame.arrivalNanos() - last.arrivalNanos()) / 20_000_000 - 1);
            }
            long frames = (frame.timestamp() - last.timestamp()) / OggOpus.SAMPLES_PER_FRAME;
            return frames - (frame.sequence() - last.sequence());
        }

        private static int nearest(NavigableSet<Integer> candidates, int expected) {
            Integer after = candidates.ceiling(expected);
            Integer before = candidates.floor(expected);
            if (after == null || before == null) {
                return after != null ? after : candidates.last();
            }
            return after - expected <= expected - before ? after : before;
        }
    }
}
