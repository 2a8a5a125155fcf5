package dev.downbeat.audio.stage;

import dev.downbeat.audio.Frame;
import dev.downbeat.audio.Frames;
import dev.downbeat.audio.Refusal;

import org.jspecify.annotations.Nullable;

import java.util.OptionalLong;

/**
 * One play: which frame belongs to which tick, and what to do where a frame is missing. Slots are
 * filled in order of their ticks. Only under the stage's lock.
 */
final class Run {
    /** Sound starts, or starts again, when so much is there. */
    static final int READY_FRAMES = 10;

    private final Play play;
    private final Frames frames;
    private final Schedule schedule;
    private final StageCounts counts;
    private final long firstTick;
    private final long atTick;

    private State state = State.WAITING;
    private boolean sounded;
    private long offset;
    private long sequenceOffset;
    private long endTick = Long.MAX_VALUE;
    private @Nullable Patch patch;

    /**
     * @param earliest the first tick whose frame may still be changed
     * @param reach how many ticks ahead of it the furthest tap reads: a timeline that waits begins
     *     where that tap gets its first frame too
     */
    Run(
            Play play,
            Frames frames,
            Schedule schedule,
            StageCounts counts,
            long earliest,
            long reach) {
        this.play = play;
        this.frames = frames;
        this.schedule = schedule;
        this.counts = counts;
        long wanted = Schedule.frames(play.from());
        long timeline = schedule.offset(play.from(), play.atNanos());
        this.atTick = Math.max(earliest + reach, wanted - timeline);
        this.offset = play.keepsTime() ? timeline : wanted - atTick;
        this.firstTick = Math.max(earliest, -offset);
    }

    /** The tick from which on the stage is this run's. */
    long firstTick() {
        return firstTick;
    }

    /** The tick after the last frame of the medium that could be had, once that was made. */
    OptionalLong endTick() {
        return endTick == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(endTick);
    }

    /** Its listener is told nothing more. */
    void mute() {
        play.announcer().mute();
    }

    Frames frames() {
        return frames;
    }

    boolean isSounding() {
        return state == State.SOUNDING;
    }

    boolean isWaiting() {
        return state == State.WAITING;
    }

    long indexAt(long tick) {
        return tick + offset - (patch != null && tick < patch.firstTick() ? patch.step() : 0);
    }

    /**
     * Decides what is heard at {@code tick}: a frame, or silence.
     *
     * @param due the last tick that must be decided now
     * @return false when it is still open
     */
    boolean fill(Ring ring, long tick, long due) {
        try {
            return fillWith(opusAt(tick), ring, tick, due);
        } catch (RuntimeException _) {
            fail(tick, Refusal.SERVER_FAULT.code());
            ring.clear(tick);
            return true;
        }
    }

    private boolean fillWith(byte @Nullable [] opus, Ring ring, long tick, long due) {
        if (opus == null) {
            return missing(ring, tick, due);
        }
        if (state == State.WAITING) {
            begin(tick);
        }
        ring.put(tick, frame(tick, opus));
        return true;
    }

    private byte @Nullable [] opusAt(long tick) {
        if (state == State.FINISHED || state == State.FAILED) {
            return null;
        }
        if (patch != null && patch.covers(tick)) {
            return patch.at(tick);
        }
        long index = indexAt(tick);
        if (index < 0 || (state == State.WAITING && !isReady(index))) {
            return null;
        }
        return frames.at(index);
    }

    private boolean isReady(long index) {
        long last = index + READY_FRAMES - 1;
        return frames.at(last) != null || isBeyondEnd(last) || frames.failure() != null;
    }

    private boolean isBeyondEnd(long index) {
        OptionalLong count = frames.count();
        return count.isPresent() && index >= count.getAsLong();
    }

    private void begin(long tick) {
        if (!sounded) {
            sequenceOffset = -tick;
        }
        if (!sounded || !play.keepsTime()) {
            play.announcer().sounding(Schedule.position(indexAt(tick)), schedule.nanosAt(tick));
        }
        sounded = true;
        state = State.SOUNDING;
    }

    private Frame frame(long tick, byte[] opus) {
        return new Frame(
                opus,
                play.generation(),
                tick + sequenceOffset,
                indexAt(tick),
                schedule.nanosAt(tick),
                patch != null && patch.covers(tick));
    }

    private boolean missing(Ring ring, long tick, long due) {
        if (isWaiting() || isSounding()) {
            String failure = frames.failure();
            if (isBeyondEnd(indexAt(tick))) {
                finish(tick);
            } else if (failure != null) {
                fail(tick, failure);
            } else if (tick > due) {
                return false;
            } else {
                starve(tick);
            }
        }
        ring.clear(tick);
        return true;
    }

    private void finish(long tick) {
        state = State.FINISHED;
        endTick = tick;
        play.announcer().finished();
    }

    private void fail(long tick, String reason) {
        state = State.FAILED;
        endTick = tick;
        play.announcer().failed(reason);
    }

    private void starve(long tick) {
        if (state == State.SOUNDING) {
            counts.underrun();
            state = State.WAITING;
            dropPatch(tick);
        }
        passSilently(tick, tick + 1);
    }

    /** The ticks of a stall, for which no frame was made. */
    void skip(long from, long to) {
        if (state == State.WAITING) {
            passSilently(from, to);
        }
    }

    private void passSilently(long from, long to) {
        if (!play.keepsTime() && to > atTick) {
            offset -= to - Math.max(from, atTick);
        }
        if (sounded) {
            sequenceOffset -= to - from;
        }
    }

    private void dropPatch(long tick) {
        if (patch != null && tick < patch.firstTick()) {
            offset -= patch.step();
        }
        patch = null;
    }

    /** Moves the position while nothing is heard; nobody hears the step. */
    void slip(long by) {
        offset += by;
    }

    /** The first tick at which the next splice may begin. */
    long firstFreeTick() {
        return patch == null ? Long.MIN_VALUE : patch.end();
    }

    void splice(Patch next) {
        patch = next;
        offset += next.step();
    }

    private enum State {
        WAITING,
        SOUNDING,
        FINISHED,
        FAILED
    }
}
