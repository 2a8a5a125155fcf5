package dev.downbeat.companion.hosting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.downbeat.companion.fake.FakePlayer;
import dev.downbeat.companion.fake.PrivateBus;
import dev.downbeat.companion.fake.SyncServer;
import dev.downbeat.companion.sync.SyncEvents.Ending;
import dev.downbeat.companion.words.Text;
import dev.downbeat.protocol.ClientMessage.Bye;
import dev.downbeat.protocol.ClientMessage.Host;
import dev.downbeat.protocol.ClientMessage.Report;
import dev.downbeat.protocol.ServerMessage;
import dev.downbeat.protocol.WireCommand;
import dev.downbeat.protocol.WireTrack;

import org.freedesktop.dbus.types.Variant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** The whole companion between a real bus and a small server. */
@Timeout(60)
class HostTest {
    private int heres;
    @TempDir private Path folder;
    private PrivateBus bus;
    private SyncServer server;
    private @Nullable Hosting running;

    @BeforeEach
    void open() throws Exception {
        bus = PrivateBus.start(folder);
        server = SyncServer.start();
    }

    @AfterEach
    void close() throws Exception {
        if (running != null) {
            running.close();
        }
        server.close();
        bus.close();
    }

    private FakePlayer player(String name) throws Exception {
        return new FakePlayer(bus.address(), name);
    }

    private Hosting host(String... players) {
        Hosting started =
                new Hosting(
                        folder, server, bus, Hosting.settings(List.of(players), false, List.of()));
        running = started;
        return started;
    }

    private static boolean is(Report report, String status, String title) {
        return report.status().equals(status) && report.track().title().equals(title);
    }

    @Test
    void whatPlaysIsReportedWithThePlayersOwnPosition() throws Exception {
        try (FakePlayer player = player("mpv")) {
            player.metadata(FakePlayer.track("Peremen", "Kino", 290_000)).position(61_500);
            player.status("Playing");

            Hosting _ = host("mpv");
            Report report = server.await(Report.class, r -> is(r, "playing", "Peremen"));

            assertEquals("Kino", report.track().artist());
            assertEquals(290_000, report.track().durationMs());
            assertEquals(61_500, report.positionMs());
            assertTrue(report.positionKnown());
            assertEquals("local player", report.source());
        }
    }

    @Test
    void aPlayerThatIsNotEnabledIsNotEvenRead() throws Exception {
        try (FakePlayer secret = player("secretplayer");
                FakePlayer open = player("mpv")) {
            secret.metadata(FakePlayer.track("Hidden", "Nobody", 1_000)).status("Playing");
            open.metadata(FakePlayer.track("Shown", "Kino", 290_000)).status("Playing");

            Hosting _ = host("mpv");
            server.await(Report.class, r -> is(r, "playing", "Shown"));
            secret.announce("Metadata");
            Report _ = server.await(Report.class, r -> is(r, "playing", "Shown"));

            assertEquals(0, secret.reads.get());
            assertFalse(server.everything().contains("Hidden"));
        }
    }

    @Test
    void noPathLeavesThePc() throws Exception {
        try (FakePlayer player = player("mpv")) {
            player.metadata(FakePlayer.track("Peremen", "Kino", 290_000)).status("Playing");

            Hosting _ = host("mpv");
            Report _ = server.await(Report.class, r -> is(r, "playing", "Peremen"));

            String everything = server.everything();
            assertFalse(everything.contains("file:"), everything);
            assertFalse(everything.contains("secret"), everything);
            assertFalse(everything.contains("/home/"), everything);
        }
    }

    @Test
    void pauseAndSeekAreToldAtOnce() throws Exception {
        try (FakePlayer player = player("mpv")) {
            player.metadata(FakePlayer.track("Peremen", "Kino", 290_000)).position(10_000);
            player.status("Playing");
            Hosting _ = host("mpv");
            Report _ = server.await(Report.class, r -> is(r, "playing", "Peremen"));

            player.position(200_000).announceJump(200_000);
            Report seek = server.await(Report.class, r -> r.positionMs() == 200_000);
            player.status("Paused").announce("PlaybackStatus");
            Report pause = server.await(Report.class, r -> is(r, "paused", "Peremen"));

            assertTrue(pause.seq() > seek.seq());
            assertEquals(200_000, pause.positionMs());
        }
    }

    @Test
    void aPlayerThatGoesIsToldAsStopped() throws Exception {
        FakePlayer player = player("mpv");
        player.metadata(FakePlayer.track("Peremen", "Kino", 290_000)).status("Playing");
        Hosting _ = host("mpv");
        Report _ = server.await(Report.class, r -> is(r, "playing", "Peremen"));

        player.close();

        Report _ = server.await(Report.class, r -> is(r, "stopped", "Peremen"));
    }

    @Test
    void theServerDrivesThePlayer() throws Exception {
        try (FakePlayer player = player("mpv")) {
            player.metadata(FakePlayer.track("Peremen", "Kino", 290_000)).position(10_000);
            player.status("Playing");
            Hosting _ = host("mpv");
            Report _ = server.await(Report.class, r -> is(r, "playing", "Peremen"));

            server.say(new ServerMessage.Command(new WireCommand("pause", 0)));
            assertEquals("Pause", player.told.poll(10, TimeUnit.SECONDS));
            server.say(new ServerMessage.Command(new WireCommand("seek", 30_000)));
            assertEquals("Seek 20000000", player.told.poll(10, TimeUnit.SECONDS));
            var named = FakePlayer.track("Peremen", "Kino", 290_000);
            named.put("mpris:trackid", new Variant<>("/track/7"));
            player.metadata(named);
            server.say(new ServerMessage.Command(new WireCommand("seek", 30_000)));
            assertEquals("SetPosition /track/7 30000000", player.told.poll(10, TimeUnit.SECONDS));
        }
    }

    @Test
    void aPlayerAtAnotherSpeedIsToldOfOnceAndShown() throws Exception {
        try (FakePlayer player = player("mpv")) {
            player.metadata(FakePlayer.track("Peremen", "Kino", 290_000)).position(10_000);
            player.set("Rate", new Variant<>(1.5)).status("Playing");
            Hosting hosting = host("mpv");
            Report _ = server.await(Report.class, r -> r.rate() == 1.5);
            Report _ = server.await(Report.class, r -> r.rate() == 1.5);

            List<Text> said = saidUntilHere(hosting);
            assertEquals(1, said.stream().filter(Text.OTHER_SPEED::equals).count(), said::toString);
            assertEquals(HostStatus.OTHER_SPEED, hosting.host().status().doing());

            player.set("Rate", new Variant<>(1.0)).announce("Rate");
            Report _ = server.await(Report.class, r -> r.rate() == 1);
            assertFalse(saidUntilHere(hosting).contains(Text.OTHER_SPEED));
            assertEquals("playing", hosting.host().status().doing());
        }
    }

    @Test
    void leavingSaysGoodbye() throws Exception {
        Hosting hosting = host("mpv");
        Host _ = server.await(Host.class);

        hosting.leave();

        Bye _ = server.await(Bye.class);
        assertEquals(Ending.LEFT, hosting.ending());
    }

    private static ServerMessage.PlaybackState state(String party, String state) {
        return new ServerMessage.PlaybackState(
                party,
                party,
                1,
                0,
                0,
                state,
                WireTrack.UNKNOWN,
                0,
                "",
                "",
                "",
                true,
                false,
                "",
                0,
                "",
                "");
    }

    /**
     * Everything that was said up to the server's own word, which stands for "heard until here".
     */
    private List<Text> saidUntilHere(Hosting hosting) throws Exception {
        server.say(new ServerMessage.Trouble("here", "Here " + heres++));
        List<Text> said = new ArrayList<>();
        while (said.isEmpty() || said.getLast() != Text.SERVER_SAYS) {
            said.add(Objects.requireNonNull(hosting.said.poll(20, TimeUnit.SECONDS)));
        }
        return said;
    }

    @Test
    void thePartysEndIsToldOnceAndTheNextPartyIsFollowed() throws Exception {
        Hosting hosting = host("mpv");
        Host _ = server.await(Host.class);
        server.say(state("", "silent"));
        assertFalse(saidUntilHere(hosting).contains(Text.PARTY_OVER));

        server.say(state("first", "playing"));
        server.say(state("first", "ended"));
        server.say(state("", "silent"));
        server.say(state("", "silent"));

        assertEquals(List.of(Text.PARTY_OVER, Text.SERVER_SAYS), saidUntilHere(hosting));
        assertFalse(hosting.host().status().partyGoesOn());

        server.say(state("second", "paused"));
        assertEquals(List.of(Text.SERVER_SAYS), saidUntilHere(hosting));
        assertEquals("second", hosting.host().status().party());
    }

    @Test
    void withoutAConnectionNoPartyIsShown() throws Exception {
        Hosting hosting = host("mpv");
        Host _ = server.await(Host.class);
        server.say(state("first", "playing"));
        List<Text> _ = saidUntilHere(hosting);
        assertTrue(hosting.host().status().partyGoesOn());

        server.closeSocket(1012);
        Host _ = server.await(Host.class);
        assertFalse(saidUntilHere(hosting).contains(Text.PARTY_OVER));

        assertFalse(hosting.host().status().partyGoesOn());
    }

    @Test
    void aLostBusIsFoundAgain() throws Exception {
        FakePlayer before = player("mpv");
        before.metadata(FakePlayer.track("Before", "Kino", 290_000)).status("Playing");
        Hosting _ = host("mpv");
        Report _ = server.await(Report.class, r -> is(r, "playing", "Before"));

        bus.kill();
        Report _ = server.await(Report.class, r -> is(r, "stopped", "Before"));
        bus.restart();

        try (FakePlayer after = player("mpv")) {
            after.metadata(FakePlayer.track("After", "Kino", 290_000)).status("Playing");
            after.announce("PlaybackStatus");
            Report _ = server.await(Report.class, r -> is(r, "playing", "After"));
        }
    }
}
