package dev.downbeat.party;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.Random;

/** In follow mode the party is where the host's player is, and hardly ever moves to be there. */
final class ConvergenceTest {
    private static final int SEEDS = 40;

    /**
     * @param stepMillis how late this player's readings are at most
     */
    @ParameterizedTest
    @ValueSource(ints = {0, 20, 50, 100, 250})
    void theTimelineEndsWhereThePlayerIsWithFewCorrections(int stepMillis) {
        for (long seed = 0; seed < SEEDS; seed++) {
            new Listening(seed, stepMillis).run();
        }
    }

    private static final class Listening {
        private final Stageplay play = new Stageplay(Mode.FOLLOW);
        private final long seed;
        private final int stepMillis;
        private final Random random;
        private final FakePlayer player;
        private int acts = 1;

        Listening(long seed, int stepMillis) {
            this.seed = seed;
            this.stepMillis = stepMillis;
            random = new Random(seed);
            double drift = (random.nextDouble() - 0.5) / 5_000;
            player = new FakePlayer(random, play.now(), 1 + drift, stepMillis * 1_000L);
        }

        void run() {
            player.put("t0", Sighting.Status.PLAYING, 1_000_000, play.now());
            report();
            for (int second = 0; second < 120; second++) {
                if (second < 90 && random.nextInt(30) == 0) {
                    act();
                }
                report();
                play.waitMillis(1_000);
            }
            check();
        }

        private void act() {
            acts++;
            long to = random.nextInt(60) * 1_000_000L;
            String title = random.nextBoolean() ? player.title() : "t" + random.nextInt(5);
            player.put(title, Sighting.Status.PLAYING, to, play.now());
        }

        /** Sent a little after it was read; the sources know everything soon. */
        private void report() {
            Sighting reading = player.reading(play.now());
            play.waitMillis(random.nextInt(80));
            long before = play.count(PartyEffect.Resolve.class);
            play.send(new PartyInput.Reported(Stageplay.HOST, reading));
            if (play.count(PartyEffect.Resolve.class) > before) {
                play.waitMillis(random.nextInt(400));
                play.found(player.title());
            }
        }

        private void check() {
            long off = player.positionMicros(play.now()) - play.position().toNanos() / 1_000;
            Duration error = Duration.ofNanos(Math.abs(off) * 1_000);
            Duration allowed = Duration.ofMillis(35 + stepMillis / 2);
            assertTrue(
                    error.compareTo(allowed) <= 0,
                    () -> "seed " + seed + ": off by " + error + ", allowed " + allowed);
            long moves = play.count(PartyEffect.Play.class) + play.count(PartyEffect.Shift.class);
            assertTrue(
                    moves <= 3L * acts,
                    () -> "seed " + seed + ": " + moves + " moves for " + acts + " acts");
        }
    }
}
