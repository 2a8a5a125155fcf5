package dev.downbeat.bot.commands;

import dev.downbeat.bot.voice.VoicePlace;
import dev.downbeat.engine.parties.Parties;
import dev.downbeat.engine.parties.PartyHost;
import dev.downbeat.party.SeatId;

import java.util.Optional;

/** Which party somebody means: the one that sounds in their server, else the one they host. */
final class PartyFinder {
    private final Parties parties;

    PartyFinder(Parties parties) {
        this.parties = parties;
    }

    Optional<PartyHost> meant(long guild, SeatId who) {
        return in(guild).or(() -> parties.hostedBy(who).filter(host -> !host.view().ended()));
    }

    Optional<PartyHost> in(long guild) {
        return parties.all().stream()
                .filter(host -> !host.view().ended())
                .filter(host -> placeIn(guild, host).isPresent())
                .findFirst();
    }

    static Optional<VoicePlace> placeIn(long guild, PartyHost host) {
        return host.view().places().stream()
                .flatMap(place -> VoicePlace.of(place).stream())
                .filter(place -> place.guild() == guild)
                .findFirst();
    }
}
