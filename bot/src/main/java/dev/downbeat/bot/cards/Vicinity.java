package dev.downbeat.bot.cards;

import dev.downbeat.bot.voice.Trouble;
import dev.downbeat.bot.voice.VoicePlace;
import dev.downbeat.party.PartyId;
import dev.downbeat.party.PartyView;
import dev.downbeat.party.SeatId;

import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What is going on around cards, other parties' voices above all. Any thread may call. */
final class Vicinity {
    private final LongFunction<@Nullable GuildMessageChannel> channels;
    private final Function<PartyId, Optional<Trouble>> troubles;
    private final Predicate<SeatId> keepsFiles;
    private final Map<PartyId, Set<VoicePlace>> rooms = new ConcurrentHashMap<>();

    /**
     * @param channels those that the bot sees
     * @param keepsFiles whether a host's companion is there and may not lend files
     */
    Vicinity(
            LongFunction<@Nullable GuildMessageChannel> channels,
            Function<PartyId, Optional<Trouble>> troubles,
            Predicate<SeatId> keepsFiles) {
        this.channels = channels;
        this.troubles = troubles;
        this.keepsFiles = keepsFiles;
    }

    /** Whether the party came into a voice channel, or left one, since its view before. */
    boolean follow(PartyView view) {
        Set<VoicePlace> now = view.ended() ? Set.of() : rooms(view);
        Set<VoicePlace> before =
                now.isEmpty() ? rooms.remove(view.id()) : rooms.put(view.id(), now);
        return !now.equals(before == null ? Set.of() : before);
    }

    Beside of(PartyView view, CardPlace place) {
        return of(view, guild(channels.apply(place.channel())));
    }

    Beside of(PartyView view, long guild) {
        return new Beside(
                troubles.apply(view.id()), other(view, guild), keepsFiles.test(view.host()));
    }

    boolean hasCardIn(PartyView view, long guild) {
        return CardPosts.of(view).stream()
                .anyMatch(place -> guild(channels.apply(place.channel())) == guild);
    }

    /** 0 for a channel that the bot does not see. */
    static long guild(@Nullable GuildMessageChannel channel) {
        return channel == null ? 0 : channel.getGuild().getIdLong();
    }

    private Optional<VoicePlace> other(PartyView view, long guild) {
        return view.ended() || !rooms(view).isEmpty()
                ? Optional.empty()
                : rooms.entrySet().stream()
                        .filter(it -> !it.getKey().equals(view.id()))
                        .flatMap(it -> it.getValue().stream())
                        .filter(place -> place.guild() == guild)
                        .findAny();
    }

    private static Set<VoicePlace> rooms(PartyView view) {
        return view.places().stream()
                .flatMap(place -> VoicePlace.of(place).stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
