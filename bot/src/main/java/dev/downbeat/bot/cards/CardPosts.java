package dev.downbeat.bot.cards;

import dev.downbeat.bot.words.Language;
import dev.downbeat.engine.FaultTrace;
import dev.downbeat.engine.parties.PartyHost;
import dev.downbeat.party.Outcome;
import dev.downbeat.party.PartyView;
import dev.downbeat.party.Place;
import dev.downbeat.party.Wish;
import dev.downbeat.party.WishId;

import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.LongFunction;

/**
 * Puts cards into channels so that a party has one in each: whoever wants to change which message
 * that is takes turns with all others there, looks at the party's places only in their turn, and
 * gives it back when the party has answered. Every call waits, for Discord and for the party.
 */
final class CardPosts {
    private static final Logger LOG = LoggerFactory.getLogger(CardPosts.class);
    private static final int PATIENCE_SECONDS = 10;

    private final LongFunction<@Nullable GuildMessageChannel> channels;
    private final BiFunction<PartyView, GuildMessageChannel, Around> around;
    private final BiConsumer<CardPlace, PartyView> posted;
    private final ChannelTurns turns = new ChannelTurns();

    /**
     * @param channels those that the bot sees
     * @param posted told which view a new message shows, before the party knows of the message
     */
    CardPosts(
            LongFunction<@Nullable GuildMessageChannel> channels,
            BiFunction<PartyView, GuildMessageChannel, Around> around,
            BiConsumer<CardPlace, PartyView> posted) {
        this.channels = channels;
        this.around = around;
        this.posted = posted;
    }

    /** A new card in the channel, in place of those there. */
    void post(PartyHost party, GuildMessageChannel channel) {
        turns.take(channel.getIdLong(), () -> put(party, channel));
    }

    /** A new card for one that somebody deleted, unless another took its place meanwhile. */
    void replace(PartyHost party, CardPlace gone) {
        turns.take(
                gone.channel(),
                guarded(() -> {
                    if (of(party.view()).contains(gone)) {
                        putAgain(party, gone);
                    }
                }));
    }

    /** Leaves the newest card in each channel. */
    void tidy(PartyHost party) {
        of(party.view()).stream()
                .map(CardPlace::channel)
                .distinct()
                .forEach(channel -> turns.take(channel, guarded(() -> keepNewest(party, channel))));
    }

    static List<CardPlace> of(PartyView view) {
        return view.places().stream().flatMap(place -> CardPlace.of(place).stream()).toList();
    }

    private void putAgain(PartyHost party, CardPlace gone) {
        GuildMessageChannel channel = channels.apply(gone.channel());
        try {
            if (channel != null) {
                put(party, channel);
            }
        } finally {
            forget(party, gone);
        }
    }

    private void put(PartyHost party, GuildMessageChannel channel) {
        PartyView view = party.view();
        Language language = Language.of(channel.getGuild().getLocale());
        long message =
                CardMessage.post(channel, view, around.apply(view, channel), language).getIdLong();
        CardPlace place = new CardPlace(channel.getIdLong(), message);
        posted.accept(place, view);
        if (!isDone(party, place.place().address() + "#card", new Wish.Attach(place.place()))) {
            CardMessage.delete(channel, message);
            return;
        }
        removeAllBut(place, party, channel);
    }

    private void keepNewest(PartyHost party, long id) {
        GuildMessageChannel channel = channels.apply(id);
        if (channel != null) {
            of(party.view()).stream()
                    .filter(place -> place.channel() == id)
                    .max(Comparator.comparingLong(CardPlace::message))
                    .ifPresent(newest -> removeAllBut(newest, party, channel));
        }
    }

    private static void removeAllBut(CardPlace kept, PartyHost party, GuildMessageChannel channel) {
        for (CardPlace place : of(party.view())) {
            if (place.channel() == kept.channel() && !place.equals(kept)) {
                forget(party, place);
                CardMessage.delete(channel, place.message());
            }
        }
    }

    /** The party knows of it no more. */
    private static void forget(PartyHost party, CardPlace card) {
        Place place = card.place();
        isDone(party, place.address() + "#gone" + party.view().revision(), new Wish.Detach(place));
    }

    private static boolean isDone(PartyHost party, String id, Wish wish) {
        Outcome outcome =
                party.ask(party.view().host(), new WishId(id), wish)
                        .toCompletableFuture()
                        .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                        .join();
        return outcome instanceof Outcome.Done;
    }

    /** For what nobody asked for, so that nobody is told. */
    private static Runnable guarded(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException fault) {
                LOG.warn("A card was not put in its place: {}", FaultTrace.of(fault));
            }
        };
    }
}
