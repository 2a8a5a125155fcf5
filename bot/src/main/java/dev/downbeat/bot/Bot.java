package dev.downbeat.bot;

import dev.downbeat.audio.FrameTap;
import dev.downbeat.bot.cards.CardBoard;
import dev.downbeat.bot.cards.CardListener;
import dev.downbeat.bot.cards.CardNotes;
import dev.downbeat.bot.cards.LinkCode;
import dev.downbeat.bot.commands.Commands;
import dev.downbeat.bot.voice.PartyVoices;
import dev.downbeat.bot.voice.VoiceEncryption;
import dev.downbeat.engine.ServerClock;
import dev.downbeat.engine.parties.Notes;
import dev.downbeat.engine.parties.Parties;
import dev.downbeat.party.PartyId;
import dev.downbeat.party.SeatId;

import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.events.session.ShutdownEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.requests.CloseCode;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Predicate;

/** Downbeat on Discord: one JDA and what listens to it. */
final class Bot implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Bot.class);
    private static final Duration STOP_PATIENCE = Duration.ofMillis(500);

    private final JDA jda;
    private final Workers workers = new Workers();
    private final PartyVoices voices;
    private final CardBoard cards;
    private final Notes notes;

    /**
     * What the bot needs of the rest.
     *
     * @param taps a new tap of a party's sound, with voice's lead
     * @param keepsFiles whether a host's companion is there and may not lend files
     * @param ended completed when Discord will not have us any more
     */
    record Around(
            Parties parties,
            Function<PartyId, FrameTap> taps,
            LinkCode codes,
            ServerClock clock,
            VoiceEncryption encryption,
            Predicate<SeatId> keepsFiles,
            Settings.Encryption encryptionWish,
            CompletableFuture<Ending> ended) {}

    /** On a JDA that knows its guilds. */
    Bot(JDA jda, Around around) {
        this.jda = jda;
        Optional<String> lacking =
                around.encryption().isLoaded()
                        ? Optional.empty()
                        : Optional.of(around.encryption().words());
        this.voices =
                new PartyVoices(
                        around.parties(),
                        around.taps(),
                        jda,
                        around.encryption(),
                        around.clock(),
                        this::troubleChanged);
        this.cards =
                new CardBoard(
                        around.parties(),
                        jda,
                        voices::trouble,
                        lacking,
                        around.keepsFiles(),
                        around.clock());
        this.notes = new CardNotes(around.parties(), jda);
        Commands commands =
                new Commands(
                        around.parties(),
                        cards,
                        around.codes(),
                        lacking.filter(
                                _ -> around.encryptionWish() == Settings.Encryption.REQUIRED));
        jda.addEventListener(
                commands.listener(workers),
                new CardListener(around.parties(), cards, around.codes(), workers),
                new Farewell(around.ended()));
        jda.updateCommands()
                .addCommands(commands.shapes())
                .queue(_ -> {}, fault -> LOG.error("Commands not registered", fault));
        voices.start();
        cards.start();
    }

    private void troubleChanged(PartyId party) {
        cards.refresh(party);
    }

    /** Tells people on Discord what a party has to say unasked. */
    Notes notes() {
        return notes;
    }

    /** {@code CONNECTED} when all is well. */
    String gatewayStatus() {
        return jda.getStatus().name();
    }

    String applicationId() {
        return jda.getSelfUser().getApplicationId();
    }

    String name() {
        return jda.getSelfUser().getName();
    }

    @Override
    public void close() {
        cards.close();
        voices.close();
        workers.close();
        jda.shutdown();
        try {
            if (!jda.awaitShutdown(STOP_PATIENCE)) {
                jda.shutdownNow();
            }
        } catch (InterruptedException _) {
            jda.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    /** JDA shuts itself down for good when Discord says so; the process must not live on. */
    private static final class Farewell extends ListenerAdapter {
        private final CompletableFuture<Ending> ended;

        Farewell(CompletableFuture<Ending> ended) {
            this.ended = ended;
        }

        @Override
        public void onShutdown(ShutdownEvent event) {
            CloseCode code = event.getCloseCode();
            if (code != null && !code.isReconnect()) {
                String why =
                        code == CloseCode.AUTHENTICATION_FAILED
                                ? "Discord revoked the token; set discord.token anew."
                                : "Discord closed the connection for good: " + code.getMeaning();
                ended.complete(new Ending(Ending.DISCORD_REFUSED, why));
            }
        }
    }
}
