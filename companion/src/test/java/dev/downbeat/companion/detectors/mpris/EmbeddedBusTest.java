package dev.downbeat.companion.detectors.mpris;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.downbeat.companion.Monotonic;
import dev.downbeat.companion.detectors.Player;
import dev.downbeat.companion.detectors.Reading;
import dev.downbeat.companion.detectors.Sight;
import dev.downbeat.companion.fake.FakePlayer;

import org.freedesktop.dbus.bin.EmbeddedDBusDaemon;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** A machine without dbus-daemon can still run player and companion: dbus-java brings a bus. */
@Timeout(60)
class EmbeddedBusTest {
    /** By then nobody would look again without a signal. */
    private static final int READS_AFTER_A_CHANGE = 12;

    @TempDir private Path folder;
    private String address;
    private EmbeddedDBusDaemon bus;
    private MprisDetector detector;
    private final BlockingQueue<Sight> sights = new LinkedBlockingQueue<>();

    @BeforeEach
    void open() throws Exception {
        address = "unix:path=" + folder.resolve("bus");
        bus = new EmbeddedDBusDaemon(address + ",listen=true");
        bus.startInBackgroundAndWait(10_000);
        detector =
                new MprisDetector(
                        Monotonic.ofMachine(), Map.of("DBUS_SESSION_BUS_ADDRESS", address));
        detector.start(player -> player.name().equals("deck"), sights::add);
    }

    @AfterEach
    void close() throws IOException {
        detector.close();
        bus.close();
    }

    private Sight next() throws InterruptedException {
        Sight next = sights.poll(20, TimeUnit.SECONDS);
        return java.util.Objects.requireNonNull(next, "nothing more was seen");
    }

    private Reading reading(Reading.Cause cause) throws InterruptedException {
        while (true) {
            if (next() instanceof Sight.Seen(Reading reading) && reading.cause() == cause) {
                return reading;
            }
        }
    }

    @Test
    void aPlayerThatComesChangesJumpsAndGoesIsSeen() throws Exception {
        assertEquals(new Sight.Health("mpris", ""), next());

        FakePlayer player = new FakePlayer(address, "deck");
        assertEquals("", reading(Reading.Cause.CHANGE).track().title());

        player.metadata(FakePlayer.track("Peremen", "Kino", 290_000)).status("Playing");
        player.announce("Metadata");
        assertEquals("Peremen", reading(Reading.Cause.CHANGE).track().title());

        player.position(70_000).announceJump(70_000);
        assertEquals(70_000, reading(Reading.Cause.JUMP).positionMs().orElseThrow());

        assertEquals("Peremen", reading(Reading.Cause.POLL).track().title());

        player.close();
        Sight gone = next();
        while (gone instanceof Sight.Seen) {
            gone = next();
        }
        assertInstanceOf(Sight.Gone.class, gone);
    }

    @Test
    void aSlowAnswerLooksLateAndNeverEarly() throws Exception {
        AtomicLong now = new AtomicLong();
        Map<String, String> environment = Map.of("DBUS_SESSION_BUS_ADDRESS", address);
        try (FakePlayer player = new FakePlayer(address, "slow");
                MprisDetector patient = new MprisDetector(() -> (double) now.get(), environment)) {
            player.position(70_000).whileRead(() -> now.addAndGet(300));

            patient.start(seen -> seen.name().equals("slow"), sights::add);

            Reading first = reading(Reading.Cause.CHANGE);
            assertEquals(295, first.atMs());
        }
    }

    @Test
    void aPlayerThatSaysStoppedAndBeginsToMoveLaterWithoutAWordIsSeenToPlay() throws Exception {
        Monotonic clock = Monotonic.ofMachine();
        try (FakePlayer player = new FakePlayer(address, "deck")) {
            player.metadata(FakePlayer.track("Peremen", "Kino", 290_000)).position(0);
            double start = clock.nowMs();
            player.whileRead(() -> {
                if (player.reads.get() > READS_AFTER_A_CHANGE) {
                    player.position((long) (clock.nowMs() - start));
                }
            });
            player.announce("Metadata");

            Reading reading = reading(Reading.Cause.POLL);
            while (!reading.isPlaying()) {
                reading = reading(Reading.Cause.POLL);
            }

            assertEquals("Peremen", reading.track().title());
        }
    }

    @Test
    void whoRunsIsListedByName() throws Exception {
        try (FakePlayer _ = new FakePlayer(address, "vlc.instance4711");
                FakePlayer _ = new FakePlayer(address, "playerctld")) {
            List<Player> players = detector.players();

            assertEquals(
                    List.of(
                            new Player(
                                    "vlc.instance4711",
                                    "vlc",
                                    "Fake player",
                                    Player.Kind.LOCAL,
                                    0)),
                    players);
        }
    }
}
