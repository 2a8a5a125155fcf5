package dev.downbeat.audio.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.downbeat.audio.Frame;
import dev.downbeat.audio.FrameTap;
import dev.downbeat.audio.MediaKey;
import dev.downbeat.audio.Medium;
import dev.downbeat.audio.Stage;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** All of it on its own threads, in real time; nothing here is about speed. */
class StagesTest {
    private static final Medium MEDIUM = new Medium(new MediaKey("tones"), Rehearsal.NO_BYTES);

    private final MemoryFrames frames =
            new MemoryFrames(Sound.packets(Sound.tones(501))).grow(500).complete();
    private final List<Frame> heard = new CopyOnWriteArrayList<>();

    @Test
    void aPlayIsHeardOnItsTimelineAndASpliceOnTheWay() throws Exception {
        CountDownLatch spliced = new CountDownLatch(Splice.FRAMES + 5);
        long begin = System.nanoTime() + 40 * Rehearsal.MILLI;
        try (Tick tick = Tick.start(System::nanoTime);
                Stages stages = new Stages(tick, (_, _) -> frames);
                Stage stage = stages.open();
                FrameTap tap = stage.tap(Duration.ZERO);
                AutoCloseable _ = tick.join(number -> hear(tap.due(number), spliced))) {
            stage.play(1, MEDIUM, Duration.ZERO, begin, true, new Told());
            stage.shift(1, Duration.ofMillis(60));

            assertTrue(spliced.await(20, TimeUnit.SECONDS), "no splice after " + heard.size());
            assertEquals(1, stage.figures().splices());
        }

        for (Frame frame : heard) {
            long position = frame.mediaIndex() * Schedule.TICK_NANOS;
            long ahead = position - (frame.atNanos() - begin);
            assertEquals(isBeforeSplice(frame) ? 0 : 60, ahead / 1e6, 10.0);
        }
    }

    private boolean isBeforeSplice(Frame frame) {
        return heard.stream()
                .filter(Frame::spliced)
                .noneMatch(first -> first.sequence() <= frame.sequence());
    }

    private void hear(@Nullable Frame frame, CountDownLatch spliced) {
        if (frame == null) {
            return;
        }
        heard.add(frame);
        if (heard.stream().anyMatch(Frame::spliced)) {
            spliced.countDown();
        }
    }
}
