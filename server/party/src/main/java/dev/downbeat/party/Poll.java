package dev.downbeat.party;

import java.util.List;

/**
 * A vote under way; it dies with the track.
 *
 * @param by everyone who voted, first first; who left meanwhile is among them but does not count
 * @param votes how many of them counted when last counted
 * @param needed how many votes were needed then
 */
public record Poll(Ballot what, List<SeatId> by, int votes, int needed) {
    public Poll {
        by = List.copyOf(by);
    }

    boolean isCarried() {
        return votes >= needed;
    }
}
