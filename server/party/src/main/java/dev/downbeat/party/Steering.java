package dev.downbeat.party;

import dev.downbeat.party.Readings.Use;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Moves the timeline after the player's position: seldom, and by little where little does. */
final class Steering {
    /** What a splice can do at once. */
    private static final long SPLICE_MICROS = 200_000;

    private static final long FRAME_MICROS = 20_000;

    /** Less than this is not worth moving a frame for. */
    private static final long TRIM_MICROS = 15_000;

    /** A full window knows better than the first five readings, by so much where it matters. */
    private static final long REFINE_MICROS = 40_000;

    private Steering() {}

    static void sampled(Draft draft, Timeline.Playing playing, Sighting what) {
        Readings before = draft.state().hostSeat().readings();
        draft.record(new PartyEvent.Sighted(what, Use.SAMPLED, draft.now()));
        Readings after = draft.state().hostSeat().readings();
        if (after.farMicros() != 0) {
            if (agree(before.farMicros(), after.farMicros())) {
                jump(draft, playing, newPlace(playing, before, after));
            }
        } else if (isFirstEstimate(before.offsets(), after.offsets())) {
            trim(draft, playing, after, TRIM_MICROS);
        } else if (isFirstFullWindow(before.offsets(), after.offsets())) {
            trim(draft, playing, after, REFINE_MICROS);
        } else if (isOutsideLong(after)) {
            correct(draft, playing, after);
        }
    }

    private static boolean agree(long before, long now) {
        return before != 0 && Math.abs(before - now) <= DeadBand.AGREEMENT_MICROS;
    }

    /** Readings are late, never early: the earlier one is nearer, and as late as is usual. */
    private static long newPlace(Timeline.Playing playing, Readings before, Readings after) {
        long far = Math.max(before.farMicros(), after.farMicros());
        return DeadBand.offsetMicros(playing) + far + after.latenessMicros();
    }

    private static boolean isFirstEstimate(List<Long> before, List<Long> after) {
        return !DeadBand.isEnough(before) && DeadBand.isEnough(after);
    }

    private static boolean isFirstFullWindow(List<Long> before, List<Long> after) {
        return before.size() < Readings.WINDOW && after.size() == Readings.WINDOW;
    }

    private static boolean isOutsideLong(Readings readings) {
        Instant since = readings.outsideSince();
        return !since.equals(Readings.NEVER)
                && !readings.last().at().isBefore(since.plus(DeadBand.PATIENCE));
    }

    /** An estimate replaces the one reading that the play began with, or fewer of them. */
    private static void trim(Draft draft, Timeline.Playing playing, Readings readings, long least) {
        if (Math.abs(off(playing, readings)) >= least) {
            correct(draft, playing, readings);
        }
    }

    private static void correct(Draft draft, Timeline.Playing playing, Readings readings) {
        long off = off(playing, readings);
        if (Math.abs(off) <= SPLICE_MICROS) {
            shift(draft, playing, off);
        } else {
            jump(draft, playing, DeadBand.estimateMicros(readings.offsets()));
        }
    }

    private static long off(Timeline.Playing playing, Readings readings) {
        return DeadBand.estimateMicros(readings.offsets()) - DeadBand.offsetMicros(playing);
    }

    /** By whole frames, since that is how sound can move. */
    private static void shift(Draft draft, Timeline.Playing playing, long micros) {
        long frames = Math.round((double) micros / FRAME_MICROS);
        Duration by = Duration.of(frames * FRAME_MICROS, ChronoUnit.MICROS);
        if (!by.isZero()) {
            draft.record(new PartyEvent.Shifted(by));
            draft.want(new PartyEffect.Shift(playing.id(), by));
        }
    }

    private static void jump(Draft draft, Timeline.Playing playing, long offsetMicros) {
        Instant at = draft.now().plus(Turns.SOON);
        Duration from = at(offsetMicros, at);
        if (Timelines.isBeyond(from, playing.track())) {
            Following.finished(draft);
            Turns.silence(draft);
        } else {
            Turns.play(
                    draft,
                    playing.track(),
                    Timelines.within(from, playing.track()),
                    draft.state().sound().by());
        }
    }

    private static long offset(Sighting what) {
        return DeadBand.offsetMicros(what.position(), what.at());
    }

    private static Duration at(long offsetMicros, Instant when) {
        return Duration.of(
                offsetMicros + ChronoUnit.MICROS.between(Instant.EPOCH, when), ChronoUnit.MICROS);
    }

    /** The best guess from one reading: as late as this player's readings usually are. */
    static Duration playerPosition(Draft draft, Sighting what, Instant when) {
        Readings readings = draft.state().hostSeat().readings();
        if (what.positionKnown()) {
            return at(offset(what) + readings.latenessMicros(), when);
        }
        return Timelines.isSilent(draft.timeline())
                ? Duration.between(readings.trackSince(), when)
                : Timelines.positionAt(draft.timeline(), draft.now());
    }
}
