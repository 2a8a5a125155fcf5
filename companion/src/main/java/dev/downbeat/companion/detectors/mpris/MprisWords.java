package dev.downbeat.companion.detectors.mpris;

import dev.downbeat.companion.detectors.Player;
import dev.downbeat.companion.detectors.Reading;
import dev.downbeat.companion.detectors.Reading.Cause;
import dev.downbeat.companion.detectors.Reading.Status;
import dev.downbeat.protocol.WireTrack;

import org.freedesktop.dbus.types.Variant;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Reads the properties of {@code org.mpris.MediaPlayer2.Player} as players really fill them:
 * numbers of any width, texts where lists belong, and anything missing.
 */
final class MprisWords {
    private static final long MICROS_PER_MS = 1_000;

    private MprisWords() {}

    static Reading reading(Player player, Map<String, ?> properties, double atMs, Cause cause) {
        Map<?, ?> metadata = map(properties.get("Metadata"));
        return new Reading(
                player,
                status(text(properties.get("PlaybackStatus"))),
                track(metadata),
                position(properties.get("Position")),
                rate(properties.get("Rate")),
                atMs,
                cause,
                text(metadata.get("xesam:url")));
    }

    /** The player's name for its track, for SetPosition; empty when it has none. */
    static String trackId(Map<String, ?> properties) {
        String id = text(map(properties.get("Metadata")).get("mpris:trackid"));
        return id.startsWith("/") ? id : "";
    }

    private static WireTrack track(Map<?, ?> metadata) {
        return new WireTrack(
                text(metadata.get("xesam:title")).strip(),
                people(metadata.get("xesam:artist")),
                text(metadata.get("xesam:album")).strip(),
                number(metadata.get("mpris:length")).orElse(0) / MICROS_PER_MS);
    }

    private static Status status(String word) {
        return switch (word) {
            case "Playing" -> Status.PLAYING;
            case "Paused" -> Status.PAUSED;
            default -> Status.STOPPED;
        };
    }

    private static OptionalLong position(@Nullable Object value) {
        OptionalLong micros = number(value);
        return micros.isPresent()
                ? OptionalLong.of(Math.max(0, micros.getAsLong() / MICROS_PER_MS))
                : micros;
    }

    private static double rate(@Nullable Object value) {
        double rate = plain(value) instanceof Number number ? number.doubleValue() : 1;
        // 0 is how some players say "paused", which the status says already.
        return rate > 0 && rate <= 100 ? rate : 1;
    }

    private static OptionalLong number(@Nullable Object value) {
        return plain(value) instanceof Number number
                ? OptionalLong.of(number.longValue())
                : OptionalLong.empty();
    }

    private static String people(@Nullable Object value) {
        return String.join(", ", names(plain(value)));
    }

    private static List<String> names(@Nullable Object value) {
        List<String> names = new ArrayList<>();
        List<?> all =
                switch (value) {
                    case Collection<?> list -> List.copyOf(list);
                    case Object[] array -> List.of(array);
                    case String one -> List.of(one);
                    case null, default -> List.of();
                };
        for (Object each : all) {
            String name = text(each).strip();
            if (!name.isEmpty()) {
                names.add(name);
            }
        }
        return names;
    }

    private static String text(@Nullable Object value) {
        Object plain = plain(value);
        return plain == null || plain instanceof Collection || plain instanceof Map
                ? ""
                : plain.toString();
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return plain(value) instanceof Map<?, ?> map ? map : Map.of();
    }

    private static @Nullable Object plain(@Nullable Object value) {
        Object inner = value;
        while (inner instanceof Variant<?> variant) {
            inner = variant.getValue();
        }
        return inner;
    }
}
