package dev.downbeat.party;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What events make of the votes under way. */
final class Polls {
    private Polls() {}

    static Audience cast(Audience audience, PartyEvent.VoteCast cast) {
        Poll before = audience.poll(cast.what());
        List<SeatId> by = new ArrayList<>(before.by());
        by.add(cast.who());
        Poll after = new Poll(cast.what(), by, before.votes(), before.needed());
        List<Poll> polls = without(audience.polls(), cast.what());
        polls.add(after);
        return audience.withPolls(polls, audience.countedAt());
    }

    static Audience counted(Audience audience, PartyEvent.VotesCounted counted) {
        List<Poll> polls = new ArrayList<>(audience.polls());
        for (PartyEvent.Tally tally : counted.tallies()) {
            polls.replaceAll(poll ->
                    poll.what() == tally.what()
                            ? new Poll(poll.what(), poll.by(), tally.votes(), tally.needed())
                            : poll);
        }
        return audience.withPolls(polls, counted.at());
    }

    static Audience closed(Audience audience, Ballot what) {
        return audience.withPolls(without(audience.polls(), what), audience.countedAt());
    }

    /**
     * Votes are about what plays, and die with it; a pause or a resume settles the votes for it.
     */
    static PartyState afterChange(PartyState before, PartyState after) {
        Audience audience = after.audience();
        if (audience.polls().isEmpty()) {
            return after;
        }
        if (!subject(before).equals(subject(after))) {
            return after.with(audience.withPolls(List.of(), Instant.EPOCH));
        }
        return isPaused(before) == isPaused(after)
                ? after
                : after.with(closed(closed(audience, Ballot.PAUSE), Ballot.RESUME));
    }

    private static boolean isPaused(PartyState state) {
        return state.sound().timeline() instanceof Timeline.Paused;
    }

    private static Subject subject(PartyState state) {
        return new Subject(Timelines.track(state.sound().timeline()), state.hostSeat().lead());
    }

    private record Subject(Optional<Track> heard, Lead lead) {}

    private static List<Poll> without(List<Poll> polls, Ballot what) {
        List<Poll> others = new ArrayList<>(polls);
        others.removeIf(poll -> poll.what() == what);
        return others;
    }
}
