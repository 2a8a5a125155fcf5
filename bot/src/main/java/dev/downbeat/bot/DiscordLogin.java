package dev.downbeat.bot;

import dev.downbeat.audio.Ticked;
import dev.downbeat.bot.voice.TickedSendFactory;
import dev.downbeat.bot.voice.VoiceEncryption;

import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.audio.AudioModuleConfig;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.exceptions.InvalidTokenException;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.ConcurrentSessionController;
import net.dv8tion.jda.api.utils.MemberCachePolicy;
import net.dv8tion.jda.api.utils.cache.CacheFlag;
import net.dv8tion.jda.api.utils.messages.MessageRequest;

import java.util.EnumSet;
import java.util.function.Function;

/** Makes a JDA as Downbeat needs it: no privileged intent, voice on our tick, no mentions ever. */
final class DiscordLogin {
    /** JDA's own limit would be a quarter of an hour of silence. */
    private static final int LONGEST_RECONNECT_SECONDS = 60;

    private final Settings.Discord settings;
    private final DiscordSockets sockets;
    private final VoiceEncryption encryption;
    private final Function<Ticked, AutoCloseable> tick;

    DiscordLogin(
            Settings.Discord settings,
            DiscordSockets sockets,
            VoiceEncryption encryption,
            Function<Ticked, AutoCloseable> tick) {
        this.settings = settings;
        this.sockets = sockets;
        this.encryption = encryption;
        this.tick = tick;
    }

    /**
     * Waits until the guilds are known.
     *
     * @throws CannotStart when Discord does not let us in
     */
    JDA in() throws InterruptedException {
        MessageRequest.setDefaultMentions(EnumSet.noneOf(Message.MentionType.class));
        MessageRequest.setDefaultMentionRepliedUser(false);
        try {
            return builder().build().awaitReady();
        } catch (InvalidTokenException _) {
            throw new CannotStart("Discord does not accept the token; set discord.token anew.");
        } catch (IllegalStateException refused) {
            throw new CannotStart("Discord closed the connection: " + refused.getMessage());
        }
    }

    private JDABuilder builder() {
        return JDABuilder.createLight(settings.token().text(), GatewayIntent.GUILD_VOICE_STATES)
                .enableCache(CacheFlag.VOICE_STATE)
                .setMemberCachePolicy(MemberCachePolicy.VOICE)
                .setRestConfig(new RestConfig().setBaseUrl(settings.restUrl().toString()))
                .setSessionController(new Gateway(settings.gatewayUrl().toString()))
                .setWebsocketFactory(sockets.factory().get())
                .setMaxReconnectDelay(LONGEST_RECONNECT_SECONDS)
                .setEnableShutdownHook(false)
                .setAudioModuleConfig(
                        encryption.applyTo(
                                new AudioModuleConfig()
                                        .withAudioSendFactory(new TickedSendFactory(tick))));
    }

    /** JDA asks nobody for the gateway's address: it has to be told. */
    private static final class Gateway extends ConcurrentSessionController {
        private final String url;

        Gateway(String url) {
            this.url = url;
        }

        @Override
        public String getGateway() {
            return url;
        }
    }
}
