package dev.downbeat.companion.hosting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;

import dev.downbeat.companion.fake.PrivateBus;
import dev.downbeat.companion.fake.RealMpv;
import dev.downbeat.companion.fake.SyncServer;
import dev.downbeat.companion.fake.Wav;
import dev.downbeat.protocol.ClientMessage.Ping;
import dev.downbeat.protocol.ClientMessage.Report;
import dev.downbeat.protocol.ServerMessage;
import dev.downbeat.protocol.WireCommand;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;

/** A real mpv, driven by its own interface, seen by a real companion. */
@Timeout(60)
class MpvTest {
    @TempDir private Path folder;
    private PrivateBus bus;
    private SyncServer server;
    private RealMpv mpv;
    private Hosting hosting;

    @BeforeEach
    void open() throws Exception {
        bus = PrivateBus.start(folder);
        mpv = RealMpv.start(folder, bus.address());
        server = SyncServer.start();
        hosting =
                new Hosting(
                        folder, server, bus, Hosting.settings(List.of("mpv"), false, List.of()));
        mpv.load(Wav.write(folder.resolve("1.wav"), "Группа \"крови\" 🎸", "Кино", 285));
        mpv.command("set_property", "pause", false);
    }

    @AfterEach
    void close() throws Exception {
        hosting.close();
        mpv.close();
        server.close();
        bus.close();
    }

    private Report awaitReport(String status, String title) throws InterruptedException {
        return server.await(
                Report.class, r -> r.status().equals(status) && r.track().title().equals(title));
    }

    @Test
    void everyActOfAPersonIsSeen() throws Exception {
        Report playing = awaitReport("playing", "Группа \"крови\" 🎸");
        assertEquals("Кино", playing.track().artist());
        assertEquals(285_000, playing.track().durationMs());

        mpv.command("seek", 100, "absolute");
        Report sought = server.await(Report.class, r -> r.positionMs() >= 100_000);
        assertTrue(sought.positionMs() < 102_000, "position " + sought.positionMs());

        mpv.command("set_property", "pause", true);
        Report paused = awaitReport("paused", "Группа \"крови\" 🎸");
        assertEquals(mpv.positionMs(), (double) paused.positionMs(), 50);

        mpv.command("set_property", "pause", false);
        Report _ = awaitReport("playing", "Группа \"крови\" 🎸");

        mpv.command(
                "loadfile", Wav.write(folder.resolve("2.wav"), "Peremen", "Kino", 200).toString());
        Report next = awaitReport("playing", "Peremen");
        assertTrue(next.positionMs() < 10_000, "position " + next.positionMs());

        assertFalse(server.everything().contains(folder.toString()));
        assertFalse(server.everything().contains("file:"));
    }

    @Test
    void thePositionConvertedWithThePingsEstimateIsMpvsOwn() throws Exception {
        Ping measured = server.await(Ping.class, Ping::measured);
        assertEquals(SyncServer.AHEAD_MS, measured.offset(), measured.rtt());

        Report _ = awaitReport("playing", "Группа \"крови\" 🎸");
        Report report = server.await(Report.class, r -> r.positionMs() > 1_000);

        double asked = SyncServer.now();
        double there = mpv.positionMs();
        double passed = (asked + SyncServer.now()) / 2 - (report.capturedAt() + measured.offset());
        assertEquals(there, (double) report.positionMs() + passed, 250);
    }

    @Test
    void ofManyPausesAndSeeksNoneIsMissed() throws Exception {
        Report _ = awaitReport("playing", "Группа \"крови\" 🎸");

        for (int act = 1; act <= 8; act++) {
            int target = act * 20;
            mpv.command("seek", target, "absolute");
            Report _ = server.await(Report.class, r -> isAt(r, target));
            mpv.command("set_property", "pause", true);
            Report _ = awaitReport("paused", "Группа \"крови\" 🎸");
            mpv.command("set_property", "pause", false);
            Report _ = awaitReport("playing", "Группа \"крови\" 🎸");
        }
    }

    private static boolean isAt(Report report, int seconds) {
        return Math.abs(report.positionMs() - seconds * 1_000L) < 10_000;
    }

    @Test
    void theServersCommandsReachMpv() throws Exception {
        Report _ = awaitReport("playing", "Группа \"крови\" 🎸");

        server.say(new ServerMessage.Command(new WireCommand("seek", 120_000)));
        Report _ = server.await(Report.class, r -> r.positionMs() >= 120_000);
        server.say(new ServerMessage.Command(new WireCommand("pause", 0)));
        Report _ = awaitReport("paused", "Группа \"крови\" 🎸");

        assertTrue(mpv.command("get_property", "pause").asBoolean());
    }

    @Test
    void aFileLoadedAfterAnIdleTimeIsSeenToPlayAndToEnd() throws Exception {
        Path next = Wav.write(folder.resolve("2.wav"), "Spokoinaya", "Kino", 285);
        Report _ = awaitReport("playing", "Группа \"крови\" 🎸");
        JsonNode _ = mpv.command("stop");
        Report _ = server.await(Report.class, r -> r.status().equals("stopped"));

        JsonNode _ = mpv.command("loadfile", next.toString());
        Report _ = awaitReport("playing", "Spokoinaya");

        JsonNode _ = mpv.command("stop");
        Report _ = server.await(Report.class, r -> r.status().equals("stopped"));
    }
}
