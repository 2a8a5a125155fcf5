package dev.downbeat.bot.commands;

import dev.downbeat.bot.cards.CardBoard;
import dev.downbeat.bot.voice.VoicePlace;
import dev.downbeat.engine.parties.Parties;
import dev.downbeat.engine.parties.PartyHost;
import dev.downbeat.party.SeatId;

import net.dv8tion.jda.api.entities.GuildVoiceState;
import net.dv8tion.jda.api.entities.Member;

import java.util.Optional;

/**
 * Which party somebody means: their own where it is at home in that server, else the one of the
 * voice channel they sit in, else the one that sounds in the server, else their own elsewhere.
 */
final class PartyFinder {
    private final Parties parties;
    private final CardBoard cards;

    PartyFinder(Parties parties, CardBoard cards) {
        this.parties = parties;
        this.cards = cards;
    }

    Optional<PartyHost> meant(Member asker, SeatId who) {
        long guild = asker.getGuild().getIdLong();
        Optional<PartyHost> own = parties.hostedBy(who).filter(host -> !host.view().ended());
        return own.filter(host -> isAtHome(host, guild))
                .or(() -> around(asker, guild))
                .or(() -> in(guild))
                .or(() -> own);
    }

    /** A party that was taken out of voice still has its card there. */
    private boolean isAtHome(PartyHost host, long guild) {
        return placeIn(guild, host).isPresent() || cards.isShownIn(host.view(), guild);
    }

    private Optional<PartyHost> around(Member asker, long guild) {
        return Optional.ofNullable(asker.getVoiceState())
                .map(GuildVoiceState::getChannel)
                .map(room -> new VoicePlace(guild, room.getIdLong()).place())
                .flatMap(room ->
                        parties.all().stream()
                                .filter(host -> !host.view().ended())
                                .filter(host -> host.view().places().contains(room))
                                .findFirst());
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
