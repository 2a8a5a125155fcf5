package dev.downbeat.demo.bench;

import com.sedmelluq.discord.lavaplayer.player.AudioLoadResultHandler;
import com.sedmelluq.discord.lavaplayer.player.AudioPlayer;
import com.sedmelluq.discord.lavaplayer.player.DefaultAudioPlayerManager;
import com.sedmelluq.discord.lavaplayer.source.AudioSourceManagers;
import com.sedmelluq.discord.lavaplayer.tools.FriendlyException;
import com.sedmelluq.discord.lavaplayer.track.AudioPlaylist;
import com.sedmelluq.discord.lavaplayer.track.AudioTrack;
import com.sedmelluq.discord.lavaplayer.track.playback.AudioFrame;

import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.audio.AudioSendHandler;
import net.dv8tion.jda.api.entities.channel.middleman.AudioChannel;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.ConcurrentSessionController;
import net.dv8tion.jda.api.utils.MemberCachePolicy;
import net.dv8tion.jda.api.utils.cache.CacheFlag;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;

/**
 * The peer: an ordinary music bot, JDA with its own sender and one Lavaplayer player per channel.
 * Plays one file in every voice channel it is told of. Voice TLS is trusted by JVM flags.
 */
public final class PlainBot {
    private final DefaultAudioPlayerManager players = new DefaultAudioPlayerManager();

    private PlainBot() {
        AudioSourceManagers.registerLocalSource(players);
    }

    /** Arguments: REST URL, gateway URL, token, file, then voice channel ids. */
    public static void main(String[] args) throws InterruptedException {
        JDA jda = connect(args[0], args[1], args[2]);
        PlainBot bot = new PlainBot();
        for (int i = 4; i < args.length; i++) {
            AudioChannel channel = jda.getVoiceChannelById(args[i]);
            if (channel == null) {
                throw new IllegalArgumentException("no voice channel " + args[i]);
            }
            bot.play(args[3], channel);
        }
        System.out.println("plain bot playing");
        jda.awaitShutdown();
    }

    private static JDA connect(String rest, String gateway, String token)
            throws InterruptedException {
        return JDABuilder.createLight(token, GatewayIntent.GUILD_VOICE_STATES)
                .enableCache(CacheFlag.VOICE_STATE)
                .setMemberCachePolicy(MemberCachePolicy.VOICE)
                .setRestConfig(new RestConfig().setBaseUrl(rest))
                .setSessionController(
                        new ConcurrentSessionController() {
                            @Override
                            public String getGateway() {
                                return gateway;
                            }
                        })
                .build()
                .awaitReady();
    }

    private void play(String file, AudioChannel channel) {
        AudioPlayer player = players.createPlayer();
        var _ = players.loadItem(file, new Start(player));
        var voice = channel.getGuild().getAudioManager();
        voice.setSendingHandler(new FromPlayer(player));
        voice.openAudioConnection(channel);
    }

    private record Start(AudioPlayer player) implements AudioLoadResultHandler {
        @Override
        public void trackLoaded(AudioTrack track) {
            player.playTrack(track);
        }

        @Override
        public void playlistLoaded(AudioPlaylist playlist) {
            noMatches();
        }

        @Override
        public void noMatches() {
            throw new IllegalStateException("the peer cannot read its file");
        }

        @Override
        public void loadFailed(FriendlyException why) {
            throw why;
        }
    }

    private static final class FromPlayer implements AudioSendHandler {
        private final AudioPlayer player;
        private @Nullable AudioFrame next;

        FromPlayer(AudioPlayer player) {
            this.player = player;
        }

        @Override
        public boolean canProvide() {
            next = player.provide();
            return next != null;
        }

        @Override
        public @Nullable ByteBuffer provide20MsAudio() {
            return next == null ? null : ByteBuffer.wrap(next.getData());
        }

        @Override
        public boolean isOpus() {
            return true;
        }
    }
}
