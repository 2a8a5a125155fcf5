package dev.downbeat.companion.hosting;

import static dev.downbeat.companion.hosting.Readings.CHROMIUM;
import static dev.downbeat.companion.hosting.Readings.MPV;
import static dev.downbeat.companion.hosting.Readings.playing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.downbeat.companion.detectors.Player;
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

    private static WireTrack said(Player player, WireTrack track, String location) {
        Reading reading = playing(player, "", 0, 0).withTrack(track);
        return Discretion.of(
                        new Reading(
                                player,
                                reading.status(),
                                track,
                                reading.positionMs(),
                                1,
                                0,
                                reading.cause(),
                                location))
                .track();
    }

    @ParameterizedTest
    @CsvSource({
        "hostmusic, file:///x/hostmusic/Mila%20-%20Northern%20Light.flac, ''",
        "x, file:///x/hostmusic/Mila%20-%20Northern%20Light.flac, ''",
        "My private folder, file:///x/My%20private%20folder/a.mp3, ''",
        "Моё, file:///x/%D0%9C%D0%BE%D1%91/a.mp3, ''",
        "50% + more, file:///x/50%25%20+%20more/a.mp3, ''",
        "50% more, /x/50% more/a.mp3, ''",
        "[old] #1, /x/[old] #1/a.mp3, ''",
        "share, smb://nas/share/a.mp3, ''",
        "nas, smb://nas/share/a.mp3, ''",
        "radio.example, https://radio.example:8000/live/a.mp3, ''",
        "radio.example, https://radio.example:8000, ''",
        "Northern Lights, file:///x/hostmusic/a.mp3, Northern Lights",
        "a.mp3, file:///x/hostmusic/a.mp3, a.mp3",
        "Northern Lights, '', Northern Lights",
    })
    void aFoldersNameInPlaceOfAnAlbumStaysHere(String album, String location, String saidAlbum) {
        WireTrack track = new WireTrack("Northern Light", "Mila", album, 290_000);

        assertEquals(
                new WireTrack("Northern Light", "Mila", saidAlbum, 290_000),
                said(MPV, track, location));
    }

    @ParameterizedTest
    @CsvSource({
        "audacious, voice-7, x, /x/private/voice-7.flac, voice-7, ''",
        "audacious, Mila - Northern Light, x, /x/private/Mila - Northern Light.flac, "
                + "Northern Light, Mila",
        "audacious, voice-7.flac, x, /x/private/voice-7.flac, voice-7, ''",
        "mpv, voice-7.flac, x, /x/private/voice-7.flac, voice-7, ''",
        "audacious, Peremen, Kino, /x/Kino/01 Peremen.flac, Peremen, Kino",
        "mpv, Peremen, Kino, /x/Kino/Peremen.flac, Peremen, Kino",
    })
    void aFoldersNameInPlaceOfAnArtistStaysHereWhereTheFileHasNoTags(
            String player,
            String title,
            String artist,
            String location,
            String saidTitle,
            String saidArtist) {
        WireTrack said =
                said(
                        Readings.player(player, Player.Kind.LOCAL),
                        new WireTrack(title, artist, "private", 290_000),
                        location);

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
