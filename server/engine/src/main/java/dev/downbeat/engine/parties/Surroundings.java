package dev.downbeat.engine.parties;

import dev.downbeat.engine.ServerClock;

import java.util.List;

/**
 * What the parties need of the rest of the node.
 *
 * @param sources in the order in which they are asked
 */
public record Surroundings(
        ServerClock clock,
        EventLog log,
        List<AskedSource> sources,
        FrameOutput output,
        HostFiles files,
        HostPlayers players,
        Notes notes) {
    public Surroundings {
        sources = List.copyOf(sources);
    }
}
