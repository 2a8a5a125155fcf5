package dev.downbeat.party;

import java.util.ArrayList;
import java.util.List;

/** What was heard, most recent last. */
final class History {
    static final int LIMIT = 50;

    private History() {}

    static List<Track> grown(List<Track> played, Track track) {
        List<Track> grown =
                new ArrayList<>(
                        played.subList(Math.max(0, played.size() - LIMIT + 1), played.size()));
        grown.add(track);
        return grown;
    }

    static PartyState withoutLast(PartyState state) {
        PartyState.Sound sound = state.sound();
        return state.with(
                new PartyState.Sound(
                        sound.timeline(),
                        sound.by(),
                        sound.last(),
                        sound.failures(),
                        sound.played().subList(0, Math.max(0, sound.played().size() - 1))));
    }
}
