package dev.downbeat.localdiscord;

import com.neovisionaries.ws.client.WebSocketFactory;

import dev.downbeat.localdiscord.control.Control;

import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.audio.AudioModuleConfig;
import net.dv8tion.jda.api.audio.AudioSendHandler;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.channel.concrete.VoiceChannel;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.ConcurrentSessionController;
import net.dv8tion.jda.api.utils.MemberCachePolicy;
import net.dv8tion.jda.api.utils.cache.CacheFlag;

import java.time.Duration;
import java.util.Objects;

/** A real JDA pointed at a local Discord. */
final class TestBot implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(20);

    private final JDA jda;

    private TestBot(JDA jda) {
        this.jda = jda;
    }

    static TestBot login(LocalDiscord discord, Object... listeners) throws InterruptedException {
        return login(
                discord,
                new WebSocketFactory()
                        .setVerifyHostname(false)
                        .setSSLSocketFactory(LocalDiscord.plainSockets()),
                listeners);
    }

    static TestBot login(LocalDiscord discord, WebSocketFactory sockets, Object... listeners)
            throws InterruptedException {
        JDA jda = builder(discord, sockets, listeners).build();
        jda.awaitReady();
        return new TestBot(jda);
    }

    static JDABuilder builder(LocalDiscord discord, WebSocketFactory sockets, Object... listeners) {
        String gateway = discord.gatewayUrl();
        return JDABuilder.createLight(
                        discord.token(),
                        GatewayIntent.GUILD_VOICE_STATES,
                        GatewayIntent.GUILD_MESSAGES)
                .enableCache(CacheFlag.VOICE_STATE)
                .setMemberCachePolicy(MemberCachePolicy.VOICE)
                .setRestConfig(new RestConfig().setBaseUrl(discord.restUrl()))
                .setSessionController(
                        new ConcurrentSessionController() {
                            @Override
                            public String getGateway() {
                                return gateway;
                            }
                        })
                .setWebsocketFactory(sockets)
                .setAudioModuleConfig(new AudioModuleConfig())
                .addEventListeners(listeners);
    }

    JDA jda() {
        return jda;
    }

    Guild guild(Control control) {
        return Objects.requireNonNull(jda.getGuildById(control.guildId()));
    }

    void join(Control control, String channel, AudioSendHandler sound) {
        Guild guild = guild(control);
        VoiceChannel room = guild.getVoiceChannelsByName(channel, false).getFirst();
        guild.getAudioManager().setSendingHandler(sound);
        guild.getAudioManager().openAudioConnection(room);
    }

    @Override
    public void close() {
        jda.shutdownNow();
    }
}
