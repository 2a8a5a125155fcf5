package dev.downbeat.party;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/**
 * What happens because time passed. Looked at with every input, so that a busy party is as punctual
 * as a quiet one.
 */
final class Deadlines {
    /** The sound side says when a track ended; this much later it is not waited for any more. */
    static final Duration OVERDUE = Duration.ofSeconds(5);

    private final Instant resumedAt;

    Deadlines(Instant resumedAt) {
        this.resumedAt = resumedAt;
    }

    void passed(Draft draft) {
        if (isDue(draft, Presence.lostAt(draft.state(), resumedAt))) {
            draft.record(new PartyEvent.HostLost(draft.now()));
        }
        if (isDue(draft, Following.stopsAt(draft.state()))) {
            Following.stopped(draft);
        }
        if (isDue(draft, Following.catchesUpAt(draft.state()))) {
            Following.catchUp(draft);
        }
        if (isDue(draft, Questions.expiresAt(draft.state()))) {
            Questions.expire(draft);
        }
        if (isDue(draft, draft.state().crew().changesAt())) {
            draft.state()
                    .crew()
                    .over(draft.now())
                    .forEach(who -> draft.record(new PartyEvent.DjRemoved(who)));
        }
        if (isDue(draft, Votes.countsAt(draft.state()))) {
            Votes.count(draft);
        }
        if (isDue(draft, overdueAt(draft.state()))) {
            Turns.overdue(draft);
        }
    }

    private static boolean isDue(Draft draft, Instant at) {
        return !draft.now().isBefore(at);
    }

    Instant next(PartyState state) {
        return Stream.of(
                        Presence.lostAt(state, resumedAt),
                        Following.stopsAt(state),
                        Following.catchesUpAt(state),
                        Questions.expiresAt(state),
                        state.crew().changesAt(),
                        Votes.countsAt(state),
                        overdueAt(state))
                .min(Instant::compareTo)
                .orElse(Instant.MAX);
    }

    /** A track that ended while this process was down has ended at once. */
    private Instant overdueAt(PartyState state) {
        if (!(state.sound().timeline() instanceof Timeline.Playing playing)
                || !playing.track().duration().isPositive()) {
            return Instant.MAX;
        }
        Instant end =
                playing.at()
                        .plus(Limits.clamped(playing.track().duration()))
                        .minus(playing.position());
        return end.isAfter(resumedAt.plus(Turns.SOON)) ? end.plus(OVERDUE) : end;
    }
}
