package dev.downbeat.companion.hosting;

import dev.downbeat.companion.detectors.Player;
import dev.downbeat.companion.detectors.Reading;
import dev.downbeat.companion.detectors.Reading.Cause;
import dev.downbeat.companion.detectors.Reading.Status;
import dev.downbeat.protocol.WireTrack;

import java.util.OptionalLong;

/** Readings in few words, for tables. */
final class Readings {
    static final Player MPV = player("mpv", Player.Kind.LOCAL);
    static final Player VLC = player("vlc", Player.Kind.LOCAL);
    static final Player CHROMIUM = player("chromium", Player.Kind.BROWSER);
    static final Player PLASMA = player("plasma-browser-integration", Player.Kind.BROWSER_BRIDGE);

    private Readings() {}

    static Player player(String name, Player.Kind kind) {
        return new Player(name, name, name, kind, 0);
    }

    static WireTrack track(String title) {
        return track(title, "Kino");
    }

    static WireTrack track(String title, String artist) {
        return new WireTrack(title, artist, "", title.isEmpty() ? 0 : 290_000);
    }

    static Reading playing(Player player, String title, long positionMs, double at) {
        return new Reading(
                player,
                Status.PLAYING,
                track(title),
                OptionalLong.of(positionMs),
                1,
                at,
                Cause.CHANGE,
                "");
    }

    static Reading playing(String title, long positionMs, double at) {
        return playing(MPV, title, positionMs, at);
    }

    static Reading paused(String title, long positionMs, double at) {
        return playing(title, positionMs, at).withStatus(Status.PAUSED);
    }

    static Reading stopped(String title, double at) {
        return playing(title, 0, at).withStatus(Status.STOPPED);
    }

    static Reading polled(String title, long positionMs, double at) {
        return playing(title, positionMs, at).because(Cause.POLL);
    }
}
