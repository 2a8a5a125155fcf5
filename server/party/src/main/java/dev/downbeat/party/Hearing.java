package dev.downbeat.party;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Who hears the party where. Coming and going never changes what is heard. */
final class Hearing {
    private Hearing() {}

    /** What is said of a place that is not the party's is old news. */
    static void heard(Draft draft, PartyInput.Hears input) {
        if (!draft.state().places().contains(input.at())) {
            return;
        }
        Audience audience = draft.state().audience();
        Set<SeatId> before = new LinkedHashSet<>(audience.at(input.at()));
        int room = Limits.LISTENERS - (audience.listeners().size() - before.size());
        Set<SeatId> now = new HashSet<>(input.who().stream().limit(Math.max(0, room)).toList());
        List<SeatId> left = before.stream().filter(who -> !now.contains(who)).toList();
        now.removeAll(before);
        if (!now.isEmpty() || !left.isEmpty()) {
            draft.record(
                    new PartyEvent.AudienceChanged(
                            input.at(), List.copyOf(now), left, draft.now()));
            Votes.count(draft);
        }
    }

    static Audience changed(Audience audience, PartyEvent.AudienceChanged changed) {
        Set<SeatId> left = new HashSet<>(changed.left());
        List<Listener> listeners = new ArrayList<>(audience.listeners());
        listeners.removeIf(
                listener -> listener.at().equals(changed.place()) && left.contains(listener.who()));
        changed.came()
                .forEach(who -> listeners.add(new Listener(who, changed.place(), changed.at())));
        return audience.withListeners(listeners);
    }

    /** Nobody hears the party in a place that is its no longer. */
    static Audience without(Audience audience, Place place) {
        return audience.withListeners(
                audience.listeners().stream()
                        .filter(listener -> !listener.at().equals(place))
                        .toList());
    }
}
