package dev.downbeat.engine.sources.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;

final class SeenMatcherTest {

    record Pair(boolean same, Recording wanted, Recording candidate) {
        static Pair of(String line) {
            String[] cells = line.split("\t", -1);
            return new Pair(
                    cells[0].equals("same"),
                    recording(cells[1], cells[2], cells[3]),
                    recording(cells[4], cells[5], cells[6]));
        }

        private static Recording recording(String title, String artist, String seconds) {
            return new Recording(title, artist, "", Duration.ofSeconds(Long.parseLong(seconds)));
        }
    }

    static Stream<Pair> pairs() {
        var file = SeenMatcherTest.class.getResourceAsStream("/matching/pairs.tsv");
        var lines =
                new BufferedReader(
                        new InputStreamReader(
                                Objects.requireNonNull(file), StandardCharsets.UTF_8));
        return lines.lines().filter(line -> !line.startsWith("#")).map(Pair::of);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void everyPairOfTheTableIsJudgedAsAPersonWould(Pair pair) {
        Match match = new SeenMatcher(pair.wanted()).match(pair.candidate());

        assertEquals(pair.same(), match.accepted(), match::toString);
    }

    private static Match match(int seconds) {
        Recording wanted = new Recording("One", "Metallica", "", Duration.ofSeconds(100));
        Recording other = new Recording("One", "Metallica", "", Duration.ofSeconds(seconds));
        return new SeenMatcher(wanted).match(other);
    }

    @Test
    void twoSecondsMoreOrLessAreNoDifference() {
        assertEquals(1, match(98).score());
        assertEquals(1, match(102).score());
    }

    @Test
    void theScoreFallsWithTheLengthUntilTwelveSeconds() {
        assertTrue(match(107).score() < match(104).score());
        assertEquals(match(112).score(), match(118).score());
    }

    @Test
    void moreThanTwentySecondsApartIsAnotherRecording() {
        assertFalse(match(121).accepted());
        assertFalse(match(79).accepted());
    }

    @Test
    void itSaysWhyInFigures() {
        assertEquals("100 %: title, artist, length +1 s", match(101).why());
    }

    @Test
    void aTitleWithoutArtistIsNotEnough() {
        Recording wanted = new Recording("One", "", "", Duration.ZERO);

        assertFalse(
                new SeenMatcher(wanted)
                        .match(new Recording("One", "Metallica", "", Duration.ZERO))
                        .accepted());
    }

    @Test
    void aTitleWithoutArtistButWithTheVeryLengthIsEnough() {
        Recording wanted = new Recording("One", "", "", Duration.ofSeconds(447));

        assertTrue(
                new SeenMatcher(wanted)
                        .match(new Recording("One", "Metallica", "", Duration.ofSeconds(448)))
                        .accepted());
    }

    @Test
    void aCensoredWordIsTheWord() {
        Recording wanted = new Recording("F*ck You", "CeeLo Green", "", Duration.ZERO);

        assertTrue(
                new SeenMatcher(wanted)
                        .match(new Recording("Fuck You", "CeeLo Green", "", Duration.ZERO))
                        .accepted());
    }

    @Test
    void itIsTheSameBothWays() {
        pairs().forEach(pair -> {
            double there = new SeenMatcher(pair.wanted()).match(pair.candidate()).score();
            double back = new SeenMatcher(pair.candidate()).match(pair.wanted()).score();
            boolean named = pair.wanted().artist().isEmpty();
            assertEquals(there, named ? there : back, 0.02, pair::toString);
        });
    }
}
