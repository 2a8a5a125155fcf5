package dev.downbeat.bot.voice;

import dev.downbeat.audio.FrameTap;
import dev.downbeat.engine.ServerClock;

import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.channel.unions.AudioChannelUnion;
import net.dv8tion.jda.api.events.guild.GuildAvailableEvent;
import net.dv8tion.jda.api.events.guild.GuildReadyEvent;
import net.dv8tion.jda.api.events.guild.GuildUnavailableEvent;
import net.dv8tion.jda.api.events.guild.voice.GuildVoiceUpdateEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The voice rooms of all guilds, watched by one thread: decisions are few and none waits. Methods
 * may be called from any thread.
 */
final class VoiceRooms extends ListenerAdapter implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(VoiceRooms.class);

    private final JDA jda;
    private final int offeredVersion;
    private final ServerClock clock;
    private final VoiceNews news;
    private final Map<Long, VoiceRoom> rooms = new HashMap<>();
    private final Map<Long, Future<?>> wakes = new HashMap<>();
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("voice").daemon().factory());

    VoiceRooms(JDA jda, int offeredVersion, ServerClock clock, VoiceNews news) {
        this.jda = jda;
        this.offeredVersion = offeredVersion;
        this.clock = clock;
        this.news = news;
    }

    /**
     * Sounds {@code tap} in {@code place} from now on, in place of what that guild heard before.
     *
     * @param tap made on the voice thread, closed when no longer heard
     */
    void sound(VoicePlace place, Supplier<FrameTap> tap) {
        run(
                place.guild(),
                () -> {
                    VoiceRoom room = room(place.guild());
                    room.hear(tap.get());
                    deliver(place.guild(), new Seen.Wanted(place.channel()));
                });
    }

    /** The same sound in another channel of the guild. */
    void move(VoicePlace place) {
        see(place.guild(), new Seen.Wanted(place.channel()));
    }

    void hush(long guild) {
        see(guild, new Seen.Unwanted());
    }

    private VoiceRoom room(long guild) {
        return rooms.computeIfAbsent(
                guild,
                id ->
                        new VoiceRoom(
                                id,
                                jda,
                                new VoiceSupervisor(offeredVersion),
                                news,
                                seen -> see(id, seen)));
    }

    private void see(long guild, Seen seen) {
        run(guild, () -> deliver(guild, seen));
    }

    private void deliver(long guild, Seen seen) {
        VoiceRoom room = rooms.get(guild);
        if (room != null) {
            room.see(seen, clock.now());
            wake(guild, room.wakeAt());
        }
    }

    private void wake(long guild, Instant when) {
        Future<?> earlier = wakes.remove(guild);
        if (earlier != null) {
            earlier.cancel(false);
        }
        if (!when.equals(Instant.MAX)) {
            long millis = Math.max(1, Duration.between(clock.now(), when).toMillis() + 1);
            Runnable tell = guarded(guild, () -> deliver(guild, new Seen.TimePassed()));
            wakes.put(guild, thread.schedule(tell, millis, TimeUnit.MILLISECONDS));
        }
    }

    private void run(long guild, Runnable task) {
        try {
            thread.execute(guarded(guild, task));
        } catch (RejectedExecutionException _) {
            LOG.debug("Voice has stopped");
        }
    }

    /** A fault is logged and told, and the other guilds' voices go on. */
    private Runnable guarded(long guild, Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException fault) {
                LOG.error("Voice supervision failed", fault);
                news.broke(guild);
            }
        };
    }

    @Override
    public void onGuildVoiceUpdate(GuildVoiceUpdateEvent event) {
        if (event.getMember().equals(event.getGuild().getSelfMember())) {
            long guild = event.getGuild().getIdLong();
            AudioChannelUnion joined = event.getChannelJoined();
            Seen seen =
                    joined == null
                            ? new Seen.InNoChannel()
                            : new Seen.InChannel(joined.getIdLong());
            see(guild, seen);
        }
    }

    @Override
    public void onGuildReady(GuildReadyEvent event) {
        guildHere(event.getGuild().getIdLong());
    }

    @Override
    public void onGuildAvailable(GuildAvailableEvent event) {
        guildHere(event.getGuild().getIdLong());
    }

    private void guildHere(long guild) {
        see(guild, new Seen.GuildHere());
    }

    @Override
    public void onGuildUnavailable(GuildUnavailableEvent event) {
        see(event.getGuild().getIdLong(), new Seen.Lost(Seen.Loss.GUILD_GONE));
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
