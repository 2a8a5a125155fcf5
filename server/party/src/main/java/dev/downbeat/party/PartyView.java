package dev.downbeat.party;

import java.util.List;
import java.util.Set;

/**
 * An immutable snapshot for cards, pages and companions; the highest revision wins.
 *
 * @param revision grows with every visible change
 * @param autopilot true while the host is lost and the party leads itself
 * @param played most recent last; what {@link Wish.Previous} goes back to
 */
public record PartyView(
        PartyId id,
        long revision,
        String name,
        SeatId host,
        HostLink hostLink,
        boolean autopilot,
        Mode mode,
        Timeline timeline,
        Search search,
        List<QueueItem> queue,
        List<Track> played,
        Set<Place> places,
        Prospect prospect,
        Audience audience,
        Crew crew,
        boolean ended) {
    public PartyView {
        queue = List.copyOf(queue);
        played = List.copyOf(played);
        places = Set.copyOf(places);
    }
}
