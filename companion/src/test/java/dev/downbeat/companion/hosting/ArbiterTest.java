package dev.downbeat.companion.hosting;

import static dev.downbeat.companion.hosting.Readings.CHROMIUM;
import static dev.downbeat.companion.hosting.Readings.MPV;
import static dev.downbeat.companion.hosting.Readings.PLASMA;
import static dev.downbeat.companion.hosting.Readings.VLC;
import static dev.downbeat.companion.hosting.Readings.playing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.downbeat.companion.detectors.Player;
import dev.downbeat.companion.detectors.Reading;
import dev.downbeat.companion.detectors.Reading.Status;

import org.junit.jupiter.api.Test;

class ArbiterTest {
    private final Arbiter arbiter = new Arbiter("");

    private static Reading paused(Player player, double at) {
        return playing(player, "A", 0, at).withStatus(Status.PAUSED);
    }

    private static Reading on(Player player, double at) {
        return playing(player, "A", 0, at);
    }

    private static String lead(Arbiter arbiter, double now) {
        return arbiter.lead(now).map(reading -> reading.player().name()).orElse("nobody");
    }

    @Test
    void withoutPlayersNobodyLeads() {
        assertEquals("nobody", lead(arbiter, 0));
    }

    @Test
    void whoPlaysGoesBeforeWhoIsPaused() {
        arbiter.take(paused(MPV, 0));
        arbiter.take(on(VLC, 1));

        assertEquals("vlc", lead(arbiter, 1));
    }

    @Test
    void whoStartedLastLeads() {
        arbiter.take(on(MPV, 0));
        arbiter.take(on(VLC, 5_000));

        assertEquals("vlc", lead(arbiter, 5_000));
    }

    @Test
    void whoLeadsKeepsLeadingWhenAnotherStarts() {
        arbiter.take(on(MPV, 0));
        assertEquals("mpv", lead(arbiter, 0));

        arbiter.take(on(VLC, 5_000));

        assertEquals("mpv", lead(arbiter, 5_000));
        assertEquals("mpv", lead(arbiter, 60_000));
    }

    @Test
    void whoStopsPlayingKeepsTheLeadForThreeSeconds() {
        arbiter.take(on(MPV, 0));
        assertEquals("mpv", lead(arbiter, 0));
        arbiter.take(on(VLC, 1_000));
        arbiter.take(paused(MPV, 10_000));

        assertEquals("mpv", lead(arbiter, 12_999));
        assertEquals(13_000, arbiter.wakeAt());
        assertEquals("vlc", lead(arbiter, 13_000));
    }

    @Test
    void aPausedPlayerKeepsTheLeadWhileNobodyElsePlays() {
        arbiter.take(on(MPV, 0));
        arbiter.take(paused(VLC, 0));
        arbiter.take(paused(MPV, 10_000));

        assertEquals("mpv", lead(arbiter, 600_000));
        assertEquals(Double.POSITIVE_INFINITY, arbiter.wakeAt());
    }

    @Test
    void theLeadPassesAtOnceWhenThePlayerGoes() {
        arbiter.take(on(MPV, 0));
        assertEquals("mpv", lead(arbiter, 0));
        arbiter.take(on(VLC, 1_000));

        arbiter.gone(MPV);

        assertEquals("vlc", lead(arbiter, 1_000));
    }

    @Test
    void thePinnedPlayerLeadsEvenPaused() {
        Arbiter pinned = new Arbiter("vlc");
        pinned.take(on(MPV, 0));
        assertEquals("mpv", lead(pinned, 0));

        pinned.take(paused(VLC, 1_000));
        assertEquals("vlc", lead(pinned, 1_000));

        pinned.take(on(VLC, 2_000).withStatus(Status.STOPPED));
        assertEquals("mpv", lead(pinned, 5_000));
    }

    @Test
    void whoSpeaksForTheBrowserGoesBeforeTheBrowser() {
        arbiter.take(on(PLASMA, 0));
        arbiter.take(on(CHROMIUM, 500));

        assertEquals("plasma-browser-integration", lead(arbiter, 500));
    }

    @Test
    void aDedicatedPlayerGoesBeforeABrowserThatStartedWithIt() {
        arbiter.take(on(CHROMIUM, 0));
        arbiter.take(on(MPV, 0));

        assertEquals("mpv", lead(arbiter, 0));
    }
}
