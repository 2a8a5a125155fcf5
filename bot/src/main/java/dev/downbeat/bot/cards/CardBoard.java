package dev.downbeat.bot.cards;

import dev.downbeat.bot.voice.Trouble;
import dev.downbeat.bot.words.Language;
import dev.downbeat.bot.words.Words;
import dev.downbeat.engine.FaultTrace;
import dev.downbeat.engine.ServerClock;
import dev.downbeat.engine.parties.Parties;
import dev.downbeat.engine.parties.PartyHost;
import dev.downbeat.party.PartyId;
import dev.downbeat.party.PartyView;
import dev.downbeat.party.SeatId;
import dev.downbeat.party.Wish;
import dev.downbeat.party.WishId;

import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Keeps every card as its party is, on one thread that never waits. Cards are places of their
 * party, so that they are found again after a restart. Any thread may call.
 */
public final class CardBoard implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CardBoard.class);

    /** Last edits that Discord takes in the half second of a stop; a card more stays as it is. */
    private static final int GOODBYES = 20;

    private static final Duration PATIENCE = Duration.ofMillis(200);

    private final Parties parties;
    private final JDA jda;
    private final Optional<String> encryption;
    private final ServerClock clock;
    private final Map<CardPlace, Card> cards = new HashMap<>();
    private final Map<CardPlace, Future<?>> edits = new HashMap<>();
    private final Set<CardPlace> inTurn = new HashSet<>();
    private final EditTurns turns = new EditTurns();
    private final TrackStarts starts = new TrackStarts();
    private final Vicinity vicinity;
    private final CardPosts posts =
            new CardPosts(
                    this::channel,
                    (view, channel) -> around(view, Vicinity.guild(channel)),
                    this::posted);
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("cards").daemon().factory());
    private @Nullable AutoCloseable watch;

    /**
     * @param encryption why voice is not encrypted end to end; empty when it is
     * @param keepsFiles whether a host's companion is there and may not lend files
     */
    public CardBoard(
            Parties parties,
            JDA jda,
            Function<PartyId, Optional<Trouble>> troubles,
            Optional<String> encryption,
            Predicate<SeatId> keepsFiles,
            ServerClock clock) {
        this.parties = parties;
        this.jda = jda;
        this.vicinity = new Vicinity(this::channel, troubles, keepsFiles);
        this.encryption = encryption;
        this.clock = clock;
    }

    /** Finds the cards that parties remember; call when the channels are known. */
    public void start() {
        watch = parties.watch(view -> run(() -> follow(view)));
        parties.all().forEach(host -> run(() -> follow(host.view())));
        parties.all().forEach(host -> Thread.startVirtualThread(() -> posts.tidy(host)));
    }

    /** What the party's card says in that guild, in that language. */
    public String text(PartyView view, long guild, Words words) {
        return CardText.of(view, around(view, guild), words);
    }

    /** Whether the party has a card in that guild. */
    public boolean isShownIn(PartyView view, long guild) {
        return vicinity.hasCardIn(view, guild);
    }

    /** Something besides the view changed. */
    public void refresh(PartyId party) {
        run(() -> parties.find(party).map(PartyHost::view).ifPresent(this::follow));
    }

    /** Whether that press was meant for an earlier track. */
    boolean isStale(CardButton press, PartyView view) {
        return press.action().isAboutTheTrack() && starts.isOlder(press.revision(), view);
    }

    /** Puts a new card into the channel, in place of an older one there. Waits for Discord. */
    public void post(PartyHost party, GuildMessageChannel channel) {
        posts.post(party, channel);
    }

    private void posted(CardPlace place, PartyView view) {
        run(() -> cards.put(place, Card.posted(view, vicinity.of(view, place), clock.now())));
    }

    private @Nullable GuildMessageChannel channel(long id) {
        return jda.getChannelById(GuildMessageChannel.class, id);
    }

    private void follow(PartyView view) {
        starts.follow(view);
        if (vicinity.follow(view)) {
            Map.copyOf(cards).forEach((place, card) -> show(place, card.newest()));
        }
        CardPosts.of(view).forEach(place -> show(place, view));
        if (!view.ended()) {
            List<CardPlace> listed = CardPosts.of(view);
            cards.entrySet()
                    .removeIf(it -> !listed.contains(it.getKey()) && isOlder(it.getValue(), view));
        }
    }

    private void show(CardPlace place, PartyView view) {
        Beside beside = vicinity.of(view, place);
        cards.computeIfAbsent(place, _ -> new Card(view, beside)).show(view, beside);
        plan(place);
    }

    private static boolean isOlder(Card card, PartyView view) {
        PartyView known = card.newest();
        return known.id().equals(view.id()) && known.revision() <= view.revision();
    }

    private void plan(CardPlace place) {
        Future<?> earlier = edits.remove(place);
        if (earlier != null) {
            earlier.cancel(false);
        }
        Card card = cards.get(place);
        if (card == null) {
            return;
        }
        Instant now = clock.now();
        Instant at = card.editAt(now);
        if (!at.equals(Instant.MAX)) {
            // Rounded up: a task that comes too early would find nothing due.
            long millis = Math.max(0, Duration.between(now, at).toMillis() + 1);
            edits.put(
                    place,
                    thread.schedule(guarded(() -> edit(place)), millis, TimeUnit.MILLISECONDS));
        }
    }

    private void edit(CardPlace place) {
        Card card = cards.get(place);
        if (card == null || inTurn.contains(place)) {
            return;
        }
        Instant now = clock.now();
        if (card.editAt(now).isAfter(now)) {
            plan(place);
            return;
        }
        inTurn.add(place);
        long millis = Duration.between(now, turns.take(now)).toMillis();
        var _ = thread.schedule(guarded(() -> send(place)), millis, TimeUnit.MILLISECONDS);
    }

    private void send(CardPlace place) {
        inTurn.remove(place);
        Card card = cards.get(place);
        GuildMessageChannel channel = channel(place.channel());
        if (card == null || channel == null) {
            return;
        }
        card.begin(clock.now());
        PartyView view = card.newest();
        CardMessage.edit(
                channel,
                place.message(),
                CardLook.of(view, around(view, Vicinity.guild(channel)), language(channel)),
                answer -> run(() -> edited(place, answer)));
    }

    private void edited(CardPlace place, CardMessage.Answer answer) {
        Card card = cards.get(place);
        if (card == null) {
            return;
        }
        switch (answer) {
            case TAKEN -> card.done();
            case FAILED -> card.failed();
            case GONE -> replace(place, card);
            case FORBIDDEN -> forget(place, card);
        }
        if (card.isOver()) {
            cards.remove(place);
        }
        plan(place);
    }

    /**
     * Somebody deleted the message; whoever wants no card ends the party. The edit stays under way,
     * so that the message is left alone until the party has forgotten it.
     */
    private void replace(CardPlace place, Card card) {
        parties.find(card.newest().id())
                .ifPresentOrElse(
                        party -> Thread.startVirtualThread(() -> posts.replace(party, place)),
                        () -> cards.remove(place));
    }

    private void forget(CardPlace place, Card card) {
        cards.remove(place);
        parties.find(card.newest().id())
                .ifPresent(party ->
                        party.ask(
                                party.view().host(),
                                new WishId(place.place().address() + "#gone"),
                                new Wish.Detach(place.place())));
    }

    private Around around(PartyView view, long guild) {
        return new Around(clock.now(), vicinity.of(view, guild), encryption);
    }

    private static Language language(GuildMessageChannel channel) {
        return Language.of(channel.getGuild().getLocale());
    }

    private void run(Runnable task) {
        try {
            thread.execute(guarded(task));
        } catch (RejectedExecutionException _) {
            LOG.debug("Cards have stopped");
        }
    }

    private static Runnable guarded(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException fault) {
                LOG.error("A card could not be kept up to date: {}", FaultTrace.of(fault));
            }
        };
    }

    /** What the last edit of each card is to say while Downbeat is off; nobody waits for it. */
    private void sayGoodbye() {
        cards.entrySet().stream()
                .filter(card -> !card.getValue().newest().ended())
                .limit(GOODBYES)
                .forEach(card -> sayGoodbye(card.getKey()));
        cards.clear();
    }

    private void sayGoodbye(CardPlace place) {
        GuildMessageChannel channel = channel(place.channel());
        if (channel != null) {
            CardMessage.edit(channel, place.message(), CardLook.off(language(channel)), _ -> {});
        }
    }

    /** Hands the last edits over to JDA, which sends them while it shuts down. */
    @Override
    public void close() {
        try {
            if (watch != null) {
                watch.close();
            }
            thread.submit(guarded(this::sayGoodbye))
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (Exception fault) {
            LOG.warn("Cards were not closed well", fault);
        }
        thread.shutdownNow();
    }
}
