package dev.downbeat.party;

import java.time.Instant;
import java.util.List;

/**
 * Who hears the party, and what they vote for. Only people, and only such as hear: bots and
 * deafened people are not among them.
 *
 * @param listeners in the order in which they came; a person may hear in more than one place
 * @param polls at most one of each kind
 * @param countedAt when the polls were last counted
 */
public record Audience(List<Listener> listeners, List<Poll> polls, Instant countedAt) {
    public static final Audience NOBODY = new Audience(List.of(), List.of(), Instant.EPOCH);

    public Audience {
        listeners = List.copyOf(listeners);
        polls = List.copyOf(polls);
    }

    /** Whether {@code who} hears the party anywhere. */
    public boolean hears(SeatId who) {
        return listeners.stream().anyMatch(listener -> listener.who().equals(who));
    }

    /** People, each once. */
    public long people() {
        return listeners.stream().map(Listener::who).distinct().count();
    }

    /** The votes for {@code what} so far. */
    Poll poll(Ballot what) {
        return polls.stream()
                .filter(poll -> poll.what() == what)
                .findFirst()
                .orElseGet(() -> new Poll(what, List.of(), 0, 1));
    }

    List<SeatId> at(Place place) {
        return listeners.stream()
                .filter(listener -> listener.at().equals(place))
                .map(Listener::who)
                .toList();
    }

    Audience withListeners(List<Listener> changed) {
        return new Audience(changed, polls, countedAt);
    }

    Audience withPolls(List<Poll> changed, Instant at) {
        return new Audience(listeners, changed, at);
    }
}
