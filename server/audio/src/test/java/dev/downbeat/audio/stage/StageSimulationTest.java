package dev.downbeat.audio.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.downbeat.audio.Frame;
import dev.downbeat.audio.FrameTap;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Random acts on a stage; what is heard must be explained by them. A seed is one history. */
class StageSimulationTest {
    private static final List<byte[]> PACKETS = Sound.packets(Sound.tones(401));
    private static final int LEAD = 10;
    private static final int TICKS = 300;

    @Test
    void whatIsHeardFollowsFromWhatWasAsked() {
        for (long seed = 0; seed < 60; seed++) {
            play(seed);
        }
    }

    @Test
    void aSpliceIsNotCutShortByTheNext() {
        play(181);
    }

    private static void play(long seed) {
        try {
            new History(seed).run();
        } catch (AssertionError | RuntimeException broken) {
            throw new AssertionError("seed " + seed, broken);
        }
    }

    /** One stage, two taps and the acts of one seed. */
    private static final class History {
        private final Random random;
        private final Rehearsal here = Rehearsal.begin();
        private final FrameTap voice = here.stage.tap(Duration.ZERO);
        private final FrameTap early = here.stage.tap(Duration.ofMillis(20L * LEAD));
        private final Map<Long, Frame> promised = new HashMap<>();
        private MemoryFrames frames = music();
        private long grown;
        private long generation;
        private @Nullable Frame last;
        private long lastTick;
        private long audible;

        History(long seed) {
            random = new Random(seed);
        }

        private static MemoryFrames music() {
            return new MemoryFrames(PACKETS);
        }

        void run() {
            for (int i = 0; i < TICKS; i++) {
                act();
                grow();
                int passed = random.nextInt(60) == 0 ? 1 + random.nextInt(80) : 1;
                long tick = here.jump(passed);
                hearAsASender(tick - Math.min(passed, Sender.BURST_TICKS) + 1, tick);
            }
            assertEquals(audible, here.stage.audibleCorrections());
        }

        private void hearAsASender(long first, long last) {
            for (long tick = first; tick <= last; tick++) {
                promise(tick, early.due(tick));
                check(tick, voice.due(tick));
            }
        }

        private void act() {
            switch (random.nextInt(40)) {
                case 0 -> play(true);
                case 1 -> play(false);
                case 2 -> {
                    here.stage.stop(++generation);
                    promised.clear();
                    last = null;
                }
                case 3 -> {
                    long shift = 20 * (random.nextLong(21) - 10);
                    here.stage.shift(generation, Duration.ofMillis(shift));
                }
                default -> {}
            }
        }

        private void play(boolean keepsTime) {
            frames = music();
            grown = random.nextInt(500);
            frames.grow(grown);
            generation++;
            promised.clear();
            long from = random.nextLong(5_000);
            long in = random.nextLong(200) - 50;
            if (keepsTime) {
                here.play(generation, frames, from, in);
            } else {
                here.playWhenReady(generation, frames, from, in);
            }
        }

        private void grow() {
            grown += random.nextInt(3);
            frames.grow(grown);
            if (grown > PACKETS.size()) {
                frames.complete();
            }
        }

        private void promise(long tick, @Nullable Frame frame) {
            if (frame != null) {
                assertEquals(here.instant(tick + LEAD), frame.atNanos());
                promised.put(tick + LEAD, frame);
            }
        }

        private void check(long tick, @Nullable Frame frame) {
            Frame expected = promised.get(tick);
            if (expected != null) {
                assertSame(expected, frame, "two taps differ");
            }
            if (frame == null) {
                return;
            }
            assertEquals(here.instant(tick), frame.atNanos());
            assertTrue(frame.generation() <= generation, "from the future");
            if (!frame.spliced()) {
                assertSame(PACKETS.get((int) frame.mediaIndex()), frame.opus());
            }
            step(tick, frame);
            last = frame;
            lastTick = tick;
        }

        private void step(long tick, Frame frame) {
            Frame before = last;
            if (before == null || before.generation() != frame.generation()) {
                assertTrue(before == null || before.generation() < frame.generation(), "back");
                return;
            }
            assertTrue(frame.sequence() > before.sequence(), "sequence");
            if (frame.mediaIndex() == before.mediaIndex() + 1) {
                return;
            }
            boolean gap = tick > lastTick + 1;
            assertTrue(gap || frame.spliced(), "a step without splice, silence or stall");
            audible += gap ? 1 : 0;
        }
    }
}
