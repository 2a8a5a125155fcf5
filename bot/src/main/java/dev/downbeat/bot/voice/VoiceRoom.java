package dev.downbeat.bot.voice;

import com.neovisionaries.ws.client.WebSocket;
import com.neovisionaries.ws.client.WebSocketAdapter;
import com.neovisionaries.ws.client.WebSocketFrame;

import dev.downbeat.audio.FrameTap;
import dev.downbeat.bot.voice.Seen.Loss;

import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.audio.hooks.ConnectionListener;
import net.dv8tion.jda.api.audio.hooks.ConnectionStatus;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.GuildVoiceState;
import net.dv8tion.jda.api.entities.channel.middleman.AudioChannel;
import net.dv8tion.jda.api.exceptions.InsufficientPermissionException;
import net.dv8tion.jda.api.managers.AudioManager;
import net.dv8tion.jda.internal.managers.AudioManagerImpl;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** Voice in one guild: tells the supervisor what JDA says, and JDA what the supervisor wants. */
final class VoiceRoom implements ConnectionListener {
    private static final Logger LOG = LoggerFactory.getLogger(VoiceRoom.class);
    private static final int ENCRYPTION_REQUIRED = 4017;

    private final long guildId;
    private final JDA jda;
    private final VoiceSupervisor supervisor;
    private final VoiceNews news;
    private final Consumer<Seen> later;
    private final TapHandler handler = new TapHandler();
    private @Nullable FrameTap tap;

    /**
     * @param later brings a sight back on the voice thread; callable from any thread
     */
    VoiceRoom(
            long guildId,
            JDA jda,
            VoiceSupervisor supervisor,
            VoiceNews news,
            Consumer<Seen> later) {
        this.guildId = guildId;
        this.jda = jda;
        this.supervisor = supervisor;
        this.news = news;
        this.later = later;
    }

    /** On the voice thread, as all that follows but {@link #onStatusChange}. */
    void hear(@Nullable FrameTap newTap) {
        handler.hear(newTap);
        if (tap != null) {
            tap.close();
        }
        tap = newTap;
    }

    Instant wakeAt() {
        return supervisor.wakeAt();
    }

    void see(Seen seen, Instant now) {
        if (seen instanceof Seen.Connected) {
            ownChannel().ifPresent(channel -> perform(new Seen.InChannel(channel), now));
        }
        perform(seen, now);
    }

    private void perform(Seen seen, Instant now) {
        for (Act act : supervisor.see(seen, now)) {
            LOG.debug("Guild {}: {} -> {}", guildId, seen, act);
            perform(act);
        }
    }

    private void perform(Act act) {
        switch (act) {
            case Act.Join(long channel) -> join(channel);
            case Act.Rejoin(long channel) -> rejoin(channel);
            case Act.Leave() -> leave();
            case Act.LetJdaRejoin() -> manager().ifPresent(it -> it.setAutoReconnect(true));
            case Act.StopJdaRejoining() -> manager().ifPresent(it -> it.setAutoReconnect(false));
            case Act.Moved(long from, long to) -> news.moved(place(from), place(to));
            case Act.TakenOut(long from) -> news.takenOut(place(from));
            case Act.Well() -> news.well(guildId);
            case Act.Struggling() -> news.struggling(guildId);
            case Act.GivenUp(long channel, Act.Why why) -> news.gaveUp(place(channel), why);
        }
    }

    private VoicePlace place(long channel) {
        return new VoicePlace(guildId, channel);
    }

    private Optional<Guild> guild() {
        return Optional.ofNullable(jda.getGuildById(guildId));
    }

    private Optional<AudioManager> manager() {
        return guild().map(Guild::getAudioManager);
    }

    private Optional<Long> ownChannel() {
        return guild().map(it -> it.getSelfMember().getVoiceState())
                .map(GuildVoiceState::getChannel)
                .map(AudioChannel::getIdLong);
    }

    private void rejoin(long channel) {
        // The public way to close answers on another thread, and would then undo the join.
        manager()
                .map(AudioManagerImpl.class::cast)
                .ifPresent(it -> it.closeAudioConnection(ConnectionStatus.NOT_CONNECTED));
        join(channel);
    }

    private void join(long channelId) {
        Optional<Guild> guild = guild();
        if (guild.isEmpty()) {
            later.accept(new Seen.Lost(Loss.GUILD_GONE));
            return;
        }
        AudioChannel channel = guild.get().getChannelById(AudioChannel.class, channelId);
        if (channel == null) {
            later.accept(new Seen.Lost(Loss.CHANNEL_DELETED));
            return;
        }
        AudioManager manager = guild.get().getAudioManager();
        manager.setSendingHandler(handler);
        manager.setConnectionListener(this);
        manager.setSelfDeafened(true);
        try {
            manager.openAudioConnection(channel);
        } catch (InsufficientPermissionException _) {
            later.accept(new Seen.Lost(Loss.NO_PERMISSION));
        }
    }

    private void leave() {
        hear(null);
        manager()
                .ifPresent(it -> {
                    it.closeAudioConnection();
                    it.setSendingHandler(null);
                });
    }

    /** On JDA's threads. */
    @Override
    public void onStatusChange(ConnectionStatus status) {
        LOG.debug("Guild {}: voice is {}", guildId, status);
        switch (status) {
            case CONNECTED -> later.accept(new Seen.Connected());
            case CONNECTING_AWAITING_WEBSOCKET_CONNECT -> {
                watchCloseCode();
                later.accept(new Seen.Connecting());
            }
            case CONNECTING_AWAITING_ENDPOINT,
                    CONNECTING_AWAITING_AUTHENTICATION,
                    CONNECTING_ATTEMPTING_UDP_DISCOVERY,
                    CONNECTING_AWAITING_READY,
                    NOT_CONNECTED,
                    SHUTTING_DOWN,
                    AUDIO_REGION_CHANGE -> {}
            case ERROR_LOST_CONNECTION -> later.accept(new Seen.Lost(Loss.RESUMING));
            case ERROR_CANNOT_RESUME,
                    ERROR_WEBSOCKET_UNABLE_TO_CONNECT,
                    ERROR_UNSUPPORTED_ENCRYPTION_MODES,
                    ERROR_UDP_UNABLE_TO_CONNECT,
                    ERROR_CONNECTION_TIMEOUT,
                    DISCONNECTED_AUTHENTICATION_FAILURE ->
                    later.accept(new Seen.Lost(Loss.BROKEN));
            case DISCONNECTED_KICKED_FROM_CHANNEL ->
                    later.accept(new Seen.Lost(Loss.PERHAPS_KICKED));
            case DISCONNECTED_REMOVED_FROM_GUILD, DISCONNECTED_REMOVED_DURING_RECONNECT ->
                    later.accept(new Seen.Lost(Loss.GUILD_GONE));
            case DISCONNECTED_CHANNEL_DELETED -> later.accept(new Seen.Lost(Loss.CHANNEL_DELETED));
            case DISCONNECTED_LOST_PERMISSION -> later.accept(new Seen.Lost(Loss.NO_PERMISSION));
        }
    }

    /** JDA keeps the close code to itself; without it the breaker would have to find out. */
    private void watchCloseCode() {
        manager()
                .map(AudioManagerImpl.class::cast)
                .map(AudioManagerImpl::getAudioConnection)
                .map(it -> it.getWebSocket())
                .ifPresent(socket -> socket.addListener(new CloseCode()));
    }

    /** Hears one voice socket close. */
    private final class CloseCode extends WebSocketAdapter {
        @Override
        public void onDisconnected(
                WebSocket socket,
                @Nullable WebSocketFrame byServer,
                @Nullable WebSocketFrame byUs,
                boolean closedByServer) {
            if (byServer != null && byServer.getCloseCode() == ENCRYPTION_REQUIRED) {
                later.accept(new Seen.Refused());
            }
        }
    }
}
