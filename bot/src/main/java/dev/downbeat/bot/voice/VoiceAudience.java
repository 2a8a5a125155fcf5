package dev.downbeat.bot.voice;

import dev.downbeat.engine.parties.Parties;
import dev.downbeat.engine.parties.PartyHost;
import dev.downbeat.party.PartyId;
import dev.downbeat.party.PartyInput;
import dev.downbeat.party.PartyView;
import dev.downbeat.party.SeatId;

import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.GuildVoiceState;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.channel.middleman.AudioChannel;
import net.dv8tion.jda.api.events.guild.GuildAvailableEvent;
import net.dv8tion.jda.api.events.guild.GuildReadyEvent;
import net.dv8tion.jda.api.events.guild.voice.GuildVoiceDeafenEvent;
import net.dv8tion.jda.api.events.guild.voice.GuildVoiceUpdateEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells each party who hears it in its voice channels: people who are there and neither deafened
 * themselves nor were deafened. Any thread may call; nothing waits.
 */
final class VoiceAudience extends ListenerAdapter {
    private final JDA jda;
    private final Parties parties;
    private final Map<PartyId, Set<VoicePlace>> places = new HashMap<>();

    VoiceAudience(JDA jda, Parties parties) {
        this.jda = jda;
        this.parties = parties;
    }

    /** A place that the party took up just now is told of at once. */
    synchronized void follow(PartyView view) {
        Set<VoicePlace> now =
                view.places().stream()
                        .flatMap(place -> VoicePlace.of(place).stream())
                        .collect(Collectors.toSet());
        if (view.ended() || now.isEmpty()) {
            places.remove(view.id());
            return;
        }
        Set<VoicePlace> before = places.put(view.id(), now);
        for (VoicePlace place : now) {
            if (before == null || !before.contains(place)) {
                tell(view.id(), place);
            }
        }
    }

    private synchronized void tell(long guild) {
        places.forEach((party, all) -> {
            for (VoicePlace place : all) {
                if (place.guild() == guild) {
                    tell(party, place);
                }
            }
        });
    }

    private void tell(PartyId party, VoicePlace place) {
        Guild guild = jda.getGuildById(place.guild());
        if (guild == null) {
            return;
        }
        AudioChannel channel = guild.getChannelById(AudioChannel.class, place.channel());
        Set<SeatId> hearing = new HashSet<>();
        if (channel != null) {
            channel.getMembers().stream()
                    .filter(VoiceAudience::hears)
                    .map(member -> new SeatId("discord:" + member.getId()))
                    .forEach(hearing::add);
        }
        parties.find(party).ifPresent(host -> tell(host, place, hearing));
    }

    private static void tell(PartyHost host, VoicePlace place, Set<SeatId> hearing) {
        host.offer(new PartyInput.Hears(place.place(), hearing));
    }

    private static boolean hears(Member member) {
        GuildVoiceState state = member.getVoiceState();
        return !member.getUser().isBot() && state != null && !state.isDeafened();
    }

    @Override
    public void onGuildVoiceUpdate(GuildVoiceUpdateEvent event) {
        tell(event.getGuild().getIdLong());
    }

    @Override
    public void onGuildVoiceDeafen(GuildVoiceDeafenEvent event) {
        tell(event.getGuild().getIdLong());
    }

    @Override
    public void onGuildReady(GuildReadyEvent event) {
        tell(event.getGuild().getIdLong());
    }

    @Override
    public void onGuildAvailable(GuildAvailableEvent event) {
        tell(event.getGuild().getIdLong());
    }
}
