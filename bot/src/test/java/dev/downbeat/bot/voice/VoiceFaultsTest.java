package dev.downbeat.bot.voice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.downbeat.audio.Frame;
import dev.downbeat.audio.FrameTap;
import dev.downbeat.bot.TestDiscord;
import dev.downbeat.bot.TestTick;
import dev.downbeat.engine.ServerClock;
import dev.downbeat.localdiscord.control.Faults;
import dev.downbeat.localdiscord.voice.Recording;

import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.events.guild.GuildUnavailableEvent;
import net.dv8tion.jda.api.hooks.EventListener;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A real JDA in a Discord that does it harm. */
class VoiceFaultsTest {
    private static final Duration LIMIT = TestDiscord.LIMIT;

    private final TestDiscord discord;
    private final TestTick tick = new TestTick();
    private final Told told = new Told();
    private final long guild;
    private final long room;
    private final Faults faults;
    private @Nullable JDA jda;
    private @Nullable VoiceRooms rooms;

    VoiceFaultsTest() throws IOException {
        discord = new TestDiscord();
        guild = discord.control().guildId();
        room = discord.room();
        faults = discord.control().faults();
    }

    /** What the rooms told, in order. */
    private static final class Told implements VoiceNews {
        final BlockingQueue<String> news = new LinkedBlockingQueue<>();

        @Override
        public void moved(VoicePlace from, VoicePlace to) {
            news.add("moved " + to.channel());
        }

        @Override
        public void takenOut(VoicePlace from) {
            news.add("taken out");
        }

        @Override
        public void gaveUp(VoicePlace place, Act.Why why) {
            news.add("gave up: " + why);
        }

        @Override
        public void well(long guild) {}

        @Override
        public void struggling(long guild) {
            news.add("struggling");
        }

        @Override
        public void broke(long guild) {
            news.add("broke");
        }

        @Nullable String next() throws InterruptedException {
            return news.poll(LIMIT.toSeconds(), TimeUnit.SECONDS);
        }
    }

    /** Sounds for ever. */
    private static final class Drone implements FrameTap {
        private static final byte[] PACKET = {(byte) 0xFC, 1, 2, 3, 4, 5};

        @Override
        public Frame due(long tick) {
            return new Frame(PACKET, 1, tick, tick, 0, false);
        }

        @Override
        public long dropped() {
            return 0;
        }

        @Override
        public void close() {}
    }

    @BeforeEach
    void joinVoice() throws InterruptedException {
        JDA made = discord.login(tick::join);
        VoiceRooms joined = new VoiceRooms(made, 0, ServerClock.start(), told);
        made.addEventListener(joined);
        joined.sound(new VoicePlace(guild, room), Drone::new);
        jda = made;
        rooms = joined;
        awaitSound();
    }

    @AfterEach
    void close() {
        if (rooms != null) {
            rooms.close();
        }
        if (jda != null) {
            jda.shutdownNow();
        }
        tick.close();
        discord.close();
    }

    private Recording heard() {
        return discord.control().recording(guild);
    }

    /** Half a second of packets that have not come yet. */
    private void awaitSound() throws InterruptedException {
        long from = heard().nextIndex();
        assertTrue(heard().awaitPacket(from + 25, LIMIT), "no sound");
    }

    private Optional<Long> botChannel() {
        return discord.control().botChannel(guild);
    }

    @Test
    void packetsKeepTheRulesOfRtp() {
        var statistics = heard().statistics();

        assertEquals(0, statistics.violations(), statistics.notes().toString());
        assertEquals(0, statistics.emptyDatagrams());
    }

    @Test
    void closesThatAreNoKickAreRejoined() throws InterruptedException {
        for (int code : List.of(4006, 4014, 4015)) {
            faults.closeVoice(guild, code);
            awaitSound();
        }
        assertEquals(Optional.of(room), botChannel());
        assertTrue(told.news.isEmpty(), told.news.toString());
    }

    @Test
    void close4022IsRejoined() throws InterruptedException {
        faults.closeVoice(guild, 4022);

        awaitSound();
    }

    @Test
    void aFaultOfOursIsTold() throws InterruptedException {
        Objects.requireNonNull(rooms)
                .sound(
                        new VoicePlace(guild, room),
                        () -> {
                            throw new IllegalArgumentException("no such tap");
                        });

        assertEquals("broke", told.next());
    }

    @Test
    void aCutVoiceSocketIsResumed() throws InterruptedException {
        faults.cutVoice(guild);

        awaitSound();
    }

    @Test
    void aSessionThatIsGoneIsMadeAnew() throws InterruptedException {
        faults.invalidSession();

        awaitSound();
        discord.await("the bot in voice", () -> botChannel().isPresent());
        awaitSound();
    }

    @Test
    void aGuildOutageIsOutlived() throws InterruptedException {
        CountDownLatch out = new CountDownLatch(1);
        EventListener watch =
                event -> {
                    if (event instanceof GuildUnavailableEvent) {
                        out.countDown();
                    }
                };
        Objects.requireNonNull(jda).addEventListener(watch);

        faults.guildOutage(guild);
        assertTrue(out.await(20, TimeUnit.SECONDS));
        faults.guildBack(guild);

        awaitSound();
    }

    @Test
    void aMoveIsFollowedAndTold() throws InterruptedException {
        long lounge = discord.lounge();

        discord.control().moderator().moveBot(guild, lounge);

        assertEquals("moved " + lounge, told.next());
        awaitSound();
        assertEquals(Optional.of(lounge), botChannel());
    }

    @Test
    void whoIsKickedStaysOut() throws InterruptedException {
        discord.control().moderator().kickBotFromVoice(guild);

        assertEquals("taken out", told.next());
        long index = heard().nextIndex();
        assertFalse(heard().awaitPacket(index + 5, Duration.ofSeconds(2)), "it came back");
        assertEquals(Optional.empty(), botChannel());
    }

    @Test
    void encryptionThatIsDemandedButNotThereEndsItAtOnce() throws InterruptedException {
        faults.requireDave();

        faults.closeVoice(guild, 4006);

        assertEquals("gave up: ENCRYPTION_REQUIRED", told.next());
        discord.await("the bot to leave", () -> botChannel().isEmpty());
    }
}
