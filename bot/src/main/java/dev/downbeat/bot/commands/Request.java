package dev.downbeat.bot.commands;

import dev.downbeat.bot.words.Language;
import dev.downbeat.bot.words.Sentences;
import dev.downbeat.bot.words.Words;
import dev.downbeat.engine.parties.PartyHost;
import dev.downbeat.party.Outcome;
import dev.downbeat.party.PartyView;
import dev.downbeat.party.SeatId;
import dev.downbeat.party.Wish;
import dev.downbeat.party.WishId;

import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.User;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/** One use of a slash command, in the asker's language. Confined to one thread. */
final class Request {
    /** Sources have deadlines of their own well below this. */
    private static final int PATIENCE_SECONDS = 60;

    private final SlashCommandInteractionEvent event;
    private final PartyFinder finder;
    private final Words words;
    private int asked;

    Request(SlashCommandInteractionEvent event, PartyFinder finder) {
        this.event = event;
        this.finder = finder;
        this.words = Words.in(Language.of(event.getUserLocale()));
    }

    Words words() {
        return words;
    }

    String say(String key, Object... parts) {
        return words.say(key, parts);
    }

    SlashCommandInteractionEvent event() {
        return event;
    }

    /** Commands exist in servers only. */
    Guild guild() {
        return Objects.requireNonNull(event.getGuild());
    }

    Member member() {
        return Objects.requireNonNull(event.getMember());
    }

    SeatId seat() {
        return new SeatId("discord:" + event.getUser().getId());
    }

    /** The subcommand's name, or nothing. */
    String part() {
        return Objects.requireNonNullElse(event.getSubcommandName(), "");
    }

    String text(String option, String byDefault) {
        return Optional.ofNullable(event.getOption(option, OptionMapping::getAsString))
                .orElse(byDefault);
    }

    int whole(String option, int byDefault) {
        return Optional.ofNullable(event.getOption(option, OptionMapping::getAsInt))
                .orElse(byDefault);
    }

    Optional<User> user(String option) {
        return Optional.ofNullable(event.getOption(option, OptionMapping::getAsUser));
    }

    Optional<PartyHost> party() {
        return finder.meant(member(), seat());
    }

    /** What {@code read} makes of the party's view, or the sentence that there is none. */
    String view(Function<PartyView, String> read) {
        return party().map(PartyHost::view).map(read).orElseGet(() -> say("party.none"));
    }

    /** Asks the party here as who typed the command. */
    String ask(Wish wish) {
        return party().map(party -> ask(party, seat(), wish)).orElseGet(() -> say("party.none"));
    }

    String ask(PartyHost party, SeatId who, Wish wish) {
        return ask(party, who, wish, outcome -> Sentences.of(outcome, words));
    }

    String ask(PartyHost party, SeatId who, Wish wish, Function<Outcome, String> sentence) {
        try {
            Outcome outcome =
                    party.ask(who, nextId(), wish)
                            .toCompletableFuture()
                            .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return sentence.apply(outcome);
        } catch (TimeoutException _) {
            return say("error.took_too_long");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return say("note.busy");
        } catch (ExecutionException fault) {
            throw new IllegalStateException("a wish failed", fault.getCause());
        }
    }

    /** The interaction's id, so that Discord's repeats are not done twice. */
    private WishId nextId() {
        String id = event.getId();
        return new WishId(asked++ == 0 ? id : id + "#" + asked);
    }
}
