package dev.downbeat.companion.detectors.mpris;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.downbeat.companion.detectors.Player;
import dev.downbeat.companion.detectors.Reading;
import dev.downbeat.companion.detectors.Reading.Cause;
import dev.downbeat.companion.detectors.Reading.Status;
import dev.downbeat.protocol.WireTrack;

import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.types.UInt64;
import org.freedesktop.dbus.types.Variant;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** What players put on the bus, and what it means. */
class MprisWordsTest {
    private static final Player PLAYER = new Player("x", "x", "X", Player.Kind.LOCAL, 0);

    private static Reading read(Map<String, ?> properties) {
        return MprisWords.reading(PLAYER, properties, 7, Cause.POLL);
    }

    private static Variant<?> metadata(Map<String, Variant<?>> entries) {
        return new Variant<>(entries, "a{sv}");
    }

    @Test
    void aWholeAnswerIsRead() {
        Reading reading =
                read(
                        Map.of(
                                "PlaybackStatus",
                                new Variant<>("Playing"),
                                "Position",
                                new Variant<>(61_500_499L),
                                "Rate",
                                new Variant<>(1.5),
                                "Metadata",
                                metadata(
                                        Map.of(
                                                "xesam:title",
                                                new Variant<>(" Peremen "),
                                                "xesam:artist",
                                                new Variant<>(new String[] {"Kino", ""}, "as"),
                                                "xesam:album",
                                                new Variant<>("Poslednij geroj"),
                                                "mpris:length",
                                                new Variant<>(290_000_000L)))));

        assertEquals(new WireTrack("Peremen", "Kino", "Poslednij geroj", 290_000), reading.track());
        assertEquals(Status.PLAYING, reading.status());
        assertEquals(OptionalLong.of(61_500), reading.positionMs());
        assertEquals(1.5, reading.rate());
        assertEquals(7, reading.atMs());
    }

    @Test
    void anEmptyAnswerIsAPlayerThatSaysNothing() {
        Reading reading = read(Map.of());

        assertEquals(WireTrack.UNKNOWN, reading.track());
        assertEquals(Status.STOPPED, reading.status());
        assertEquals(OptionalLong.empty(), reading.positionMs());
        assertEquals(1, reading.rate());
        assertEquals("", reading.location());
    }

    @TestFactory
    Stream<DynamicTest> lengthsComeInEveryWidth() {
        return Stream.of(
                        new Variant<>(290_000_000L),
                        new Variant<>(290_000_000),
                        new Variant<>(2.9e8),
                        new Variant<>(new UInt64(290_000_000L)),
                        new Variant<>(new Variant<>(290_000_000L)))
                .map(length ->
                        DynamicTest.dynamicTest(
                                length.toString(),
                                () ->
                                        assertEquals(
                                                290_000,
                                                read(Map.of(
                                                                "Metadata",
                                                                metadata(
                                                                        Map.of(
                                                                                "mpris:length",
                                                                                length))))
                                                        .track()
                                                        .durationMs())));
    }

    @TestFactory
    Stream<DynamicTest> artistsComeAsListOrText() {
        return Stream.of(
                        List.of(new Variant<>(new String[] {"Kino"}, "as"), "Kino"),
                        List.of(new Variant<>(new String[] {"A", "B"}, "as"), "A, B"),
                        List.of(new Variant<>(new String[] {""}, "as"), ""),
                        List.of(new Variant<>(List.of("A", " "), "as"), "A"),
                        List.of(new Variant<>("A; B"), "A; B"),
                        List.of(new Variant<>(7), ""))
                .map(row ->
                        DynamicTest.dynamicTest(
                                row.toString(),
                                () -> assertEquals(row.get(1), artist((Variant<?>) row.get(0)))));
    }

    private static String artist(Variant<?> value) {
        return read(Map.of("Metadata", metadata(Map.of("xesam:artist", value)))).track().artist();
    }

    @TestFactory
    Stream<DynamicTest> aRateThatCannotBeIsOne() {
        return Stream.of(0.0, -1.0, 1e9, Double.NaN)
                .map(rate ->
                        DynamicTest.dynamicTest(
                                rate.toString(),
                                () ->
                                        assertEquals(
                                                1,
                                                read(Map.of("Rate", new Variant<>(rate))).rate())));
    }

    @Test
    void aNegativePositionIsTheStart() {
        assertEquals(OptionalLong.of(0), read(Map.of("Position", new Variant<>(-5L))).positionMs());
    }

    @Test
    void trackIdsArePathsHoweverTheyAreTyped() {
        assertEquals("/1", trackId(new Variant<>(new DBusPath("/1"))));
        assertEquals("/1", trackId(new Variant<>("/1")));
        assertEquals("", trackId(new Variant<>("spotify:track:4711")));
        assertTrue(MprisWords.trackId(Map.of()).isEmpty());
    }

    private static String trackId(Variant<?> value) {
        return MprisWords.trackId(Map.of("Metadata", metadata(Map.of("mpris:trackid", value))));
    }
}
