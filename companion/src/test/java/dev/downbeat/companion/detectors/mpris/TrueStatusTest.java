package dev.downbeat.companion.detectors.mpris;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.downbeat.companion.detectors.Player;
import dev.downbeat.companion.detectors.Reading;
import dev.downbeat.companion.detectors.Reading.Cause;
import dev.downbeat.companion.detectors.Reading.Status;
import dev.downbeat.protocol.WireTrack;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Arrays;
import java.util.OptionalLong;
import java.util.stream.Collectors;

class TrueStatusTest {
    private static final Player MPV = new Player("mpv", "mpv", "mpv", Player.Kind.LOCAL, 0);

    private final TrueStatus status = new TrueStatus();

    private Status said(Status says, String title, OptionalLong position, double at) {
        WireTrack track = new WireTrack(title, "Kino", "", 290_000);
        Reading reading = new Reading(MPV, says, track, position, 1, at, Cause.POLL, "");
        return status.of(reading).status();
    }

    /** Each word is `when:position`, both in ms; P or S for what the player is taken to do. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "moves like a clock,            0:0 100:98 300:301 600:597 1000:1003, SSSPP",
        "moves and is told in steps,    0:100 931:1000 1862:1900 2793:2800, SSSP",
        "stands still,                  0:5000 100:5000 300:5000 600:5000 1000:5000, SSSSS",
        "stands at the start,           0:0 931:0 1862:0 2793:0 3724:0, SSSSS",
        "jumps to the start once,       0:5000 100:0 300:0 600:0 1000:0, SSSSS",
        "is much too slow,              0:0 1000:300 2000:600 3000:900 4000:1200, SSSSS",
        "is much too fast,              0:0 1000:3000 2000:6000 3000:9000 4000:12000, SSSSS",
        "runs backwards,                0:9000 1000:8000 2000:7000 3000:6000, SSSS",
        "moves and stands still,        0:0 100:100 300:300 600:600 1000:600 1300:600, SSSPSS",
        "moves two steps only,          0:0 100:100 300:300 600:300 1000:300 1300:300, SSSSSS",
        "moves in steps of 240,         0:0 100:240 300:240 600:480 1000:960 1280:1200"
                + " 1590:1440 1880:1920 2210:2160, SSSPPPPPP",
        "plays for long and stands,     0:0 931:931 1862:1862 2793:2793 3724:3724 4655:3724"
                + " 5586:3724, SSSPPPS",
        "plays on after a jump,         0:0 100:100 300:300 600:600 700:60000 800:60100"
                + " 1000:60300 1300:60600, SSSPSSSP",
        "is read twice at once,         0:0 100:100 101:100 300:300 301:300 600:600, SSSSSP",
    })
    void aStoppedPlayerPlaysWhenItsPosition(String how, String readings, String expected) {
        String found =
                Arrays.stream(readings.split(" ", -1))
                        .map(word -> word.split(":", -1))
                        .map(word ->
                                said(
                                        Status.STOPPED,
                                        "Peremen",
                                        OptionalLong.of(Long.parseLong(word[1])),
                                        Double.parseDouble(word[0])))
                        .map(is -> is == Status.PLAYING ? "P" : "S")
                        .collect(Collectors.joining());

        assertEquals(expected, found, how);
    }

    @Test
    void whatAPlayerSaysOtherwiseIsBelieved() {
        for (int n = 0; n < 6; n++) {
            OptionalLong moving = OptionalLong.of(n * 500L);

            assertEquals(Status.PAUSED, said(Status.PAUSED, "Peremen", moving, n * 500.0));
        }
        assertEquals(Status.PLAYING, said(Status.PLAYING, "Peremen", OptionalLong.empty(), 9_000));
    }

    @Test
    void withoutATrackOrAPositionNothingPlays() {
        for (int n = 0; n < 6; n++) {
            OptionalLong moving = OptionalLong.of(n * 500L);

            assertEquals(Status.STOPPED, said(Status.STOPPED, "", moving, n * 500.0));
        }
        for (int n = 0; n < 6; n++) {
            assertEquals(
                    Status.STOPPED,
                    said(Status.STOPPED, "Peremen", OptionalLong.empty(), n * 500.0));
        }
    }

    @Test
    void theNextTrackHasToProveItselfAnew() {
        for (int n = 0; n < 4; n++) {
            Status _ = said(Status.STOPPED, "Peremen", OptionalLong.of(n * 500L), n * 500.0);
        }

        assertEquals(
                Status.STOPPED, said(Status.STOPPED, "Spokoinaya", OptionalLong.of(2_000), 2_000));
    }
}
