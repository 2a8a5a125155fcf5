package dev.downbeat.bot;

import com.neovisionaries.ws.client.WebSocketFactory;

import dev.downbeat.audio.Ticked;
import dev.downbeat.bot.voice.VoiceEncryption;
import dev.downbeat.localdiscord.LocalDiscord;
import dev.downbeat.localdiscord.control.Control;
import dev.downbeat.localdiscord.world.WorldPlan;

import net.dv8tion.jda.api.JDA;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** A Discord on loopback and what is needed to log in to it. */
public final class TestDiscord implements AutoCloseable {
    public static final Duration LIMIT = Duration.ofSeconds(20);

    private final LocalDiscord discord;

    public TestDiscord() throws IOException {
        this(WorldPlan.demo());
    }

    public TestDiscord(WorldPlan world) throws IOException {
        discord =
                LocalDiscord.start(dev.downbeat.localdiscord.Settings.defaults().withWorld(world));
    }

    public Control control() {
        return discord.control();
    }

    public Settings.Discord settings() {
        return new Settings.Discord(
                new Settings.Secret(discord.token()),
                URI.create(discord.restUrl()),
                URI.create(discord.gatewayUrl()),
                Settings.Encryption.WANTED);
    }

    /** Voice without TLS. */
    public static DiscordSockets sockets() {
        return new DiscordSockets(() ->
                new WebSocketFactory()
                        .setVerifyHostname(false)
                        .setSSLSocketFactory(LocalDiscord.plainSockets()));
    }

    public JDA login(Function<Ticked, AutoCloseable> tick) throws InterruptedException {
        VoiceEncryption none = new VoiceEncryption(0, "left out by this test");
        return new DiscordLogin(settings(), sockets(), none, tick).in();
    }

    /** Asks now and after each change in this Discord. */
    public void await(String what, BooleanSupplier until) {
        control()
                .changes()
                .await(
                        what,
                        LIMIT,
                        () -> until.getAsBoolean() ? Optional.of(true) : Optional.empty());
    }

    public long room() {
        return control().channelId(control().guildId(), "Listening room");
    }

    public long lounge() {
        return control().channelId(control().guildId(), "Lounge");
    }

    public long text() {
        return control().channelId(control().guildId(), "party");
    }

    public long host() {
        return control().userId("host");
    }

    @Override
    public void close() {
        discord.close();
    }
}
