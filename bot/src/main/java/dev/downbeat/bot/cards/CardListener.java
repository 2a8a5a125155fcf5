package dev.downbeat.bot.cards;

import dev.downbeat.bot.words.Language;
import dev.downbeat.bot.words.Sentences;
import dev.downbeat.bot.words.Words;
import dev.downbeat.engine.FaultTrace;
import dev.downbeat.engine.NotKept;
import dev.downbeat.engine.parties.Parties;
import dev.downbeat.engine.parties.PartyHost;
import dev.downbeat.party.Note;
import dev.downbeat.party.Outcome;
import dev.downbeat.party.SeatId;
import dev.downbeat.party.Wish;
import dev.downbeat.party.WishId;

import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * Serves the cards' buttons: acknowledges on JDA's thread before anything else. What is done shows
 * on the card itself; what is not is said to who pressed.
 */
public final class CardListener extends ListenerAdapter {
    private static final Logger LOG = LoggerFactory.getLogger(CardListener.class);
    private static final int PATIENCE_SECONDS = 60;

    private final Parties parties;
    private final CardBoard board;
    private final LinkCode codes;
    private final Executor workers;

    public CardListener(Parties parties, CardBoard board, LinkCode codes, Executor workers) {
        this.parties = parties;
        this.board = board;
        this.codes = codes;
        this.workers = workers;
    }

    @Override
    public void onButtonInteraction(ButtonInteractionEvent event) {
        event.deferEdit().queue();
        Words words = Words.in(Language.of(event.getUserLocale()));
        Optional<CardButton> press = CardButton.parse(event.getComponentId());
        if (press.isEmpty()) {
            say(event, words.say("button.over"));
            return;
        }
        try {
            workers.execute(
                    () -> run(press.get(), event, words).ifPresent(text -> say(event, text)));
        } catch (RejectedExecutionException _) {
            say(event, words.say("error.too_many"));
        }
    }

    /** What is left to say; nothing when the card will show it. */
    private Optional<String> run(CardButton press, ButtonInteractionEvent event, Words words) {
        try {
            SeatId who = new SeatId("discord:" + event.getUser().getId());
            if (press.action() == CardButton.Action.LINK) {
                return Optional.of(codes.sentence(who, event.getUser().getEffectiveName(), words));
            }
            Optional<PartyHost> party = parties.find(press.party());
            if (party.isEmpty()) {
                return Optional.of(words.say("button.over"));
            }
            if (board.isStale(press, party.get().view())) {
                board.refresh(press.party());
                return Optional.of(words.say("button.stale"));
            }
            return act(press, party.get(), who, new WishId(event.getId()), words);
        } catch (NotKept _) {
            return Optional.of(words.say("note.not_saved"));
        } catch (RuntimeException fault) {
            LOG.error("The button {} failed: {}", press.action(), FaultTrace.of(fault));
            return Optional.of(words.say("error.internal"));
        }
    }

    private static Optional<String> act(
            CardButton press, PartyHost party, SeatId who, WishId id, Words words) {
        return switch (press.action()) {
            case PAUSE -> ask(party, who, id, new Wish.Pause(), words);
            case RESUME -> ask(party, who, id, new Wish.Resume(), words);
            case SKIP -> ask(party, who, id, new Wish.Skip(), words);
            case PREVIOUS -> ask(party, who, id, new Wish.Previous(), words);
            case STOP -> ask(party, who, id, new Wish.Stop(), words);
            case QUEUE -> Optional.of(QueueText.page(party.view(), 1, words));
            case LINK -> Optional.empty();
        };
    }

    private static Optional<String> ask(
            PartyHost party, SeatId who, WishId id, Wish wish, Words words) {
        Outcome outcome =
                party.ask(who, id, wish)
                        .toCompletableFuture()
                        .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                        .join();
        return switch (outcome) {
            case Outcome.Done(Note.PlayerTold told) -> Optional.of(Sentences.of(told, words));
            case Outcome.Done _ -> Optional.empty();
            case Outcome.Refused refused -> Optional.of(Sentences.of(refused, words));
        };
    }

    private static void say(ButtonInteractionEvent event, String sentence) {
        event.getHook()
                .sendMessage(sentence)
                .setEphemeral(true)
                .queue(_ -> {}, fault -> LOG.warn("A press unanswered: {}", fault.toString()));
    }
}
