package dev.downbeat.companion.detectors.mpris;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.downbeat.companion.detectors.Player.Kind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

class MprisNamesTest {

    @ParameterizedTest
    @CsvSource({
        "mpv, mpv, LOCAL",
        "mpv.instance4711, mpv, LOCAL",
        "vlc.instance4711, vlc, LOCAL",
        "chromium.instance4711, chromium, BROWSER",
        "firefox.instance_1_23, firefox, BROWSER",
        "io.bassi.Amberol, io.bassi.Amberol, LOCAL",
        "org.gnome.Epiphany.instance-9, org.gnome.Epiphany, BROWSER",
        "spotify, spotify, SPOTIFY",
        "plasma-browser-integration, plasma-browser-integration, BROWSER_BRIDGE",
        "audacious, audacious, LOCAL",
    })
    void aNameIsTheSameAtEachStart(String id, String name, Kind kind) {
        String busName = MprisNames.PREFIX + id;

        assertEquals(true, MprisNames.isPlayer(busName));
        assertEquals(id, MprisNames.id(busName));
        assertEquals(name, MprisNames.name(busName));
        assertEquals(kind, MprisNames.kind(busName));
    }

    @ParameterizedTest
    @CsvSource({
        "org.mpris.MediaPlayer2.playerctld",
        "org.mpris.MediaPlayer2.kdeconnect.mpris_0001",
        "org.freedesktop.Notifications",
        ":1.42",
    })
    void proxiesAndOthersAreNoPlayers(String busName) {
        assertEquals(false, MprisNames.isPlayer(busName));
    }

    @ParameterizedTest
    @CsvSource({
        "unix:path=/run/user/1000/bus, unix:path=/run/user/1000/bus",
        "'unix:abstract=/tmp/x;unix:path=/b,guid=1', 'unix:path=/b,guid=1'",
    })
    void theBusIsWhereTheDesktopSays(String told, String address) throws IOException {
        assertEquals(address, BusAddress.of(Map.of("DBUS_SESSION_BUS_ADDRESS", told)));
    }

    @Test
    void orAtTheUsualPlace(@TempDir Path folder) throws IOException {
        Files.createFile(folder.resolve("bus"));

        assertEquals(
                "unix:path=" + folder.resolve("bus"),
                BusAddress.of(Map.of("XDG_RUNTIME_DIR", folder.toString())));
    }

    @Test
    void orNowhereWhichIsSaid() {
        IOException none = assertThrows(IOException.class, () -> BusAddress.of(Map.of()));

        assertEquals("DBUS_SESSION_BUS_ADDRESS is not set", none.getMessage());
    }

    /** However large a player's step, ten polls meet it in many places. */
    @ParameterizedTest
    @CsvSource({"50", "100", "250", "1000"})
    void pollsWanderThroughThePlayersStep(double step) {
        PollTimes times = new PollTimes();
        boolean[] met = new boolean[10];
        double at = 0;
        int places = 0;
        for (int poll = 0; poll < 10; poll++) {
            at += times.next();
            int place = (int) (at % step / step * 10);
            places += met[place] ? 0 : 1;
            met[place] = true;
        }

        assertEquals(true, places >= 6, "only " + places + " of 10 places");
    }

    @Test
    void afterAChangeReadingsComeFasterButFourASecondAtMost() {
        PollTimes times = new PollTimes();
        times.changed();

        List<Double> quick =
                Stream.generate(times::next).takeWhile(next -> next != PollTimes.STEADY).toList();

        assertEquals(9, quick.size());
        assertEquals(1_000, quick.subList(0, 4).stream().mapToDouble(ms -> ms).sum());
        assertTrue(quick.subList(4, 9).stream().allMatch(ms -> ms > 250), quick.toString());
    }
}
