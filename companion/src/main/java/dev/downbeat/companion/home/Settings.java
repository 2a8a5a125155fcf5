package dev.downbeat.companion.home;

import java.util.List;

/**
 * What the user decided.
 *
 * @param server where to link when {@code link} names none; may be empty
 * @param players names of the players that may be seen; nothing else is
 * @param pinnedPlayer the player that always leads; may be empty
 * @param uploads whether the file that plays may be sent when the party asks
 * @param folders only files in these may be sent
 * @param language {@code en}, {@code ru}, or empty for the system's
 */
public record Settings(
        String server,
        List<String> players,
        String pinnedPlayer,
        boolean uploads,
        List<String> folders,
        String language) {
    public Settings {
        players = List.copyOf(players);
        folders = List.copyOf(folders);
    }
}
