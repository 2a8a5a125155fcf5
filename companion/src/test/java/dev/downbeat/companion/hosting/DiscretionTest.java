package dev.downbeat.companion.hosting;

import static dev.downbeat.companion.hosting.Readings.CHROMIUM;
import static dev.downbeat.companion.hosting.Readings.playing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.downbeat.companion.detectors.Reading;
import dev.downbeat.companion.detectors.Reading.Status;
import dev.downbeat.protocol.WireTrack;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiscretionTest {
    private static Reading browser(String title, String artist) {
        return playing(CHROMIUM, title, 0, 0).withTrack(Readings.track(title, artist));
    }

    private static Reading untagged(String title, String artist, String location) {
        Reading reading = playing(title, 0, 0);
        return new Reading(
                reading.player(),
                reading.status(),
                Readings.track(title, artist),
                reading.positionMs(),
                1,
                0,
                reading.cause(),
                location);
    }

    @Test
    void aPageWithATitleAndNoArtistIsNotMusic() {
        Reading said = Discretion.of(browser("My bank", ""));

        assertEquals(WireTrack.UNKNOWN, said.track());
        assertEquals(Status.STOPPED, said.status());
    }

    @ParameterizedTest
    @CsvSource({"A site is playing media", "Сайт воспроизводит медиа"})
    void aPrivateWindowSaysNothing(String title) {
        assertEquals(WireTrack.UNKNOWN, Discretion.of(browser(title, "someone")).track());
    }

    @Test
    void musicInABrowserIsMusic() {
        Reading music = browser("Peremen", "Kino");

        assertEquals(music, Discretion.of(music));
    }

    @ParameterizedTest
    @CsvSource({
        "Kino - Peremen.flac, '', file:///m/Kino%20-%20Peremen.flac, Peremen, Kino",
        "Peremen.mp3, '', file:///m/Peremen.mp3, Peremen, ''",
        "Peremen.mp3, Kino, /m/Peremen.mp3, Peremen, Kino",
        "Peremen.mp3, Kino, file:///m/other.mp3, Peremen.mp3, Kino",
        "Peremen, Kino, https://radio.example/Peremen, Peremen, Kino",
    })
    void aFileNameInPlaceOfATitleBecomesWords(
            String title, String artist, String location, String saidTitle, String saidArtist) {
        WireTrack said = Discretion.of(untagged(title, artist, location)).track();

        assertEquals(saidTitle, said.title());
        assertEquals(saidArtist, said.artist());
    }

    @ParameterizedTest
    @CsvSource({
        "file:///m/a%20b.mp3, /m/a b.mp3",
        "file://localhost/m/a.mp3, /m/a.mp3",
        "file://elsewhere/m/a.mp3, ''",
        "/m/a.mp3, /m/a.mp3",
        "https://example.com/a.mp3, ''",
        "file:, ''",
        "not an address, ''",
        "'', ''",
    })
    void onlyAFileOfThisMachineHasAPath(String location, String path) {
        assertEquals(path, FileLocation.path(location));
    }
}
