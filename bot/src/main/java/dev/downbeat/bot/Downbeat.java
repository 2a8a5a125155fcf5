package dev.downbeat.bot;

import dev.downbeat.audio.Ticked;
import dev.downbeat.bot.cards.LinkCode;
import dev.downbeat.bot.voice.VoiceEncryption;
import dev.downbeat.engine.parties.Parties;
import dev.downbeat.engine.sound.FrameHealth;
import dev.downbeat.engine.web.HealthPart.State;
import dev.downbeat.engine.web.HealthPart.Weight;
import dev.downbeat.engine.web.WebParts;
import dev.downbeat.engine.web.WebServer;
import dev.downbeat.party.Note;
import dev.downbeat.party.PartyId;
import dev.downbeat.party.SeatId;

import net.dv8tion.jda.api.JDA;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A running Downbeat: all parts, joined. Close it to stop everything within a second. */
public final class Downbeat implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Downbeat.class);

    /** What is there without Discord, and what is not. */
    private static final List<String> WITHOUT_TOKEN =
            List.of(
                    "No discord.token is set: only web parties are served, that is the HTTP API"
                            + " and companions that were linked before.",
                    "There is no sound in Discord, and no new companion can be linked: codes come"
                            + " from /link companion on Discord.");

    private final Closing closing = new Closing();
    private final CompletableFuture<Ending> ended = new CompletableFuture<>();
    private final Settings settings;
    private final VoiceEncryption encryption;
    private final House house;
    private final WebServer web;
    private volatile Optional<Bot> bot = Optional.empty();

    private Downbeat(Settings settings, DiscordSockets sockets) {
        this.settings = settings;
        this.encryption = VoiceEncryption.probe();
        Optional<Entrance> entrance =
                settings.discord().token().isEmpty()
                        ? Optional.empty()
                        : Optional.of(closing.add(enter(sockets)));
        try {
            this.house =
                    House.build(settings, Foundation.lay(settings, closing), this::tell, closing);
            this.web = closing.add(web());
            entrance.map(Entrance::await).ifPresent(this::work);
        } catch (RuntimeException fault) {
            closing.close();
            throw fault;
        }
    }

    /**
     * Starts everything; returns when the web answers and, with a token, Discord has let us in.
     *
     * @throws CannotStart when something outside is not as it must be
     */
    public static Downbeat start(Settings settings, DiscordSockets sockets) {
        return new Downbeat(settings, sockets);
    }

    private WebServer web() {
        boolean wantsDiscord = !settings.discord().token().isEmpty();
        Health health =
                closing.add(
                        new Health(house.base().store(), new FrameHealth(house.base().audio())));
        WebParts parts =
                new WebParts(
                        house.base().clock(),
                        house.parties(),
                        house.companions(),
                        house.pairing(),
                        house.tokens(),
                        house.tickets(),
                        () -> bot.map(Bot::applicationId).orElse(""),
                        health.parts(
                                this::gateway,
                                wantsDiscord ? Weight.NEEDED : Weight.INFORMATIVE,
                                encryption,
                                house.sources()),
                        Metrics.of(house));
        try {
            return WebServer.start(house.webSettings(), parts);
        } catch (RuntimeException fault) {
            throw new CannotStart(whyNotListening(), fault);
        }
    }

    private String whyNotListening() {
        Settings.Http http = settings.http();
        return ListenAddress.fault(http.host())
                .map(wrong -> wrong + ".")
                .orElseGet(() ->
                        "the web cannot listen on "
                                + http.host()
                                + ":"
                                + http.port()
                                + "; is it taken? Set http.port.");
    }

    /** Before Discord has let us in nobody is there to be told; the card says it then. */
    private void tell(PartyId party, SeatId who, Note note) {
        bot.ifPresent(discord -> discord.notes().tell(party, who, note));
    }

    private State gateway() {
        if (settings.discord().token().isEmpty()) {
            return new State(false, "no token: web parties only");
        }
        String status = bot.map(Bot::gatewayStatus).orElse("LOGGING_IN");
        return new State(status.equals("CONNECTED"), status);
    }

    private Entrance enter(DiscordSockets sockets) {
        if (!encryption.isLoaded()) {
            LOG.warn(encryption.sentence());
        }
        return new Entrance(
                new DiscordLogin(settings.discord(), sockets, encryption, this::joinTick));
    }

    /** Voice is joined only when the house stands. */
    private AutoCloseable joinTick(Ticked ticked) {
        return house.base().audio().join(ticked);
    }

    private void work(JDA jda) {
        Bot.Around around =
                new Bot.Around(
                        house.parties(),
                        party -> house.sound().tap(party, settings.voice().lead()),
                        new LinkCode(house.pairing(), this::address),
                        house.base().clock(),
                        encryption,
                        house.companions()::keepsFiles,
                        settings.discord().requireEncryption(),
                        ended);
        bot = Optional.of(closing.add(new Bot(jda, around)));
    }

    /** The port that the web really listens on. */
    public int httpPort() {
        return web.port();
    }

    /** How people and companions reach this server. */
    public String address() {
        String own = settings.http().publicUrl();
        return own.isEmpty() ? WebAddress.of(settings.http().host(), httpPort()) : own;
    }

    public Parties parties() {
        return house.parties();
    }

    /** Steps of the media index other than +1, outside a splice and without a person's act. */
    public long audibleCorrections() {
        return house.parties().all().stream()
                .mapToLong(party -> house.sound().audibleCorrections(party.id()))
                .sum();
    }

    /** Completes when it ended by itself; never by {@link #close()}. */
    public CompletableFuture<Ending> ended() {
        return ended;
    }

    /** What an operator wants to read first. */
    public List<String> welcome() {
        List<String> lines = new ArrayList<>();
        lines.add("Downbeat " + Version.text() + " listens on " + address());
        if (bot.isEmpty()) {
            lines.addAll(WITHOUT_TOKEN);
        } else {
            lines.add("On Discord as " + bot.get().name() + ".");
            lines.add(encryption.sentence());
        }
        house.sources().library().lost().stream()
                .map(folder -> "The library folder " + folder + " cannot be read; is it there?")
                .forEach(lines::add);
        return lines;
    }

    @Override
    public void close() {
        closing.close();
    }
}
