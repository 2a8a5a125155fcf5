package dev.downbeat.party;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What listeners decide together. Whoever has heard the party for {@link #PRESENT} has a vote; half
 * of them carry, and one at least. Counted anew whenever somebody comes, leaves or gets a vote.
 */
final class Votes {
    /** How long one must have heard the party to have a vote. */
    static final Duration PRESENT = Duration.ofSeconds(30);

    private static final double RATIO = 0.5;

    private Votes() {}

    static Optional<Ballot> ballot(Wish wish) {
        return switch (wish) {
            case Wish.Skip _ -> Optional.of(Ballot.SKIP);
            case Wish.Previous _ -> Optional.of(Ballot.PREVIOUS);
            case Wish.Pause _ -> Optional.of(Ballot.PAUSE);
            case Wish.Resume _ -> Optional.of(Ballot.RESUME);
            case Wish.Play _,
                    Wish.Seek _,
                    Wish.SeekBy _,
                    Wish.Stop _,
                    Wish.Remove _,
                    Wish.Move _,
                    Wish.Clear _,
                    Wish.ClearOf _,
                    Wish.Shuffle _,
                    Wish.Undo _,
                    Wish.SetMode _,
                    Wish.Attach _,
                    Wish.Detach _,
                    Wish.Silence _,
                    Wish.Grant _,
                    Wish.Withdraw _,
                    Wish.End _ ->
                    Optional.empty();
        };
    }

    /** The vote of a listener; what it carries is done at once. */
    static Outcome cast(Draft draft, SeatId who, Ballot what) {
        Outcome trial = enact(new Draft(draft.state(), draft.now()), what, who);
        if (trial instanceof Outcome.Refused) {
            return trial;
        }
        Audience audience = draft.state().audience();
        if (!electorate(audience, draft.now()).contains(who)) {
            return new Outcome.Refused(new Note.VoteLater(wait(audience, who, draft.now())));
        }
        Poll before = audience.poll(what);
        if (before.by().contains(who) && !before.isCarried()) {
            return new Outcome.Refused(
                    new Note.VotedAlready(what, before.votes(), before.needed()));
        }
        if (!before.by().contains(who)) {
            draft.record(new PartyEvent.VoteCast(what, who));
        }
        tally(draft);
        Poll poll = draft.state().audience().poll(what);
        return poll.isCarried()
                ? carried(draft, poll)
                : new Outcome.Done(new Note.Voted(what, poll.votes(), poll.needed()));
    }

    /**
     * Somebody came, left or got a vote: the same votes may be enough now. What people paused does
     * not go on because somebody left: that takes one more press.
     */
    static void count(Draft draft) {
        if (draft.state().audience().polls().isEmpty()) {
            return;
        }
        tally(draft);
        for (Poll poll : draft.state().audience().polls()) {
            boolean isAct = poll.what() != Ballot.RESUME || !draft.state().heldByPeople();
            if (isAct && poll.isCarried() && draft.state().audience().polls().contains(poll)) {
                carried(draft, poll);
            }
        }
    }

    /** The act of its last voter. */
    private static Outcome carried(Draft draft, Poll poll) {
        draft.record(new PartyEvent.VoteClosed(poll.what()));
        return enact(draft, poll.what(), poll.by().getLast());
    }

    private static Outcome enact(Draft draft, Ballot what, SeatId who) {
        return switch (what) {
            case SKIP -> Acts.skip(draft);
            case PREVIOUS -> Acts.previous(draft);
            case PAUSE -> Acts.pause(draft, who);
            case RESUME -> Acts.resume(draft);
        };
    }

    private static void tally(Draft draft) {
        Audience audience = draft.state().audience();
        Set<SeatId> electorate = electorate(audience, draft.now());
        int needed = Math.max(1, (int) Math.ceil(RATIO * electorate.size()));
        List<PartyEvent.Tally> tallies =
                audience.polls().stream()
                        .map(poll ->
                                new PartyEvent.Tally(poll.what(), votes(poll, electorate), needed))
                        .toList();
        draft.record(new PartyEvent.VotesCounted(tallies, draft.now()));
    }

    private static int votes(Poll poll, Set<SeatId> electorate) {
        return (int) poll.by().stream().filter(electorate::contains).count();
    }

    private static Set<SeatId> electorate(Audience audience, Instant now) {
        Set<SeatId> people = new HashSet<>();
        for (Listener listener : audience.listeners()) {
            if (!votesFrom(listener).isAfter(now)) {
                people.add(listener.who());
            }
        }
        return people;
    }

    private static Instant votesFrom(Listener listener) {
        return listener.since().plus(PRESENT);
    }

    private static Duration wait(Audience audience, SeatId who, Instant now) {
        return audience.listeners().stream()
                .filter(listener -> listener.who().equals(who))
                .map(listener -> Duration.between(now, votesFrom(listener)))
                .min(Duration::compareTo)
                .orElse(PRESENT);
    }

    /** When the next listener gets a vote while one is under way; {@link Instant#MAX} for never. */
    static Instant countsAt(PartyState state) {
        Audience audience = state.audience();
        if (audience.polls().isEmpty()) {
            return Instant.MAX;
        }
        return audience.listeners().stream()
                .map(Votes::votesFrom)
                .filter(from -> from.isAfter(audience.countedAt()))
                .min(Instant::compareTo)
                .orElse(Instant.MAX);
    }
}
