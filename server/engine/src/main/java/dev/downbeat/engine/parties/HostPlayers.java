package dev.downbeat.engine.parties;

import dev.downbeat.party.PartyId;
import dev.downbeat.party.PlayerCommand;
import dev.downbeat.party.SeatId;

/** The way to the host's own player, through its companion. No call waits. */
@FunctionalInterface
public interface HostPlayers {
    /** Nothing happens where no companion of {@code host} is connected. */
    void command(EffectId id, SeatId host, PlayerCommand command);

    /** Names one effect, so that a receiver can tell a repeat. */
    record EffectId(PartyId party, long revision, int index) {}
}
