package dev.downbeat.audio.store;

import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.downbeat.audio.Frames;
import dev.downbeat.audio.MediaKey;
import dev.downbeat.audio.MediaStream;
import dev.downbeat.audio.Medium;
import dev.downbeat.audio.OpusPackets;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Words for what the store tests do again and again. */
final class Made {
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private Made() {}

    static Medium medium(MediaStream bytes) {
        return new Medium(new MediaKey("test:" + bytes.fileName()), bytes);
    }

    /** All frames from {@code firstIndex}, opened there, when all are made. */
    static List<byte[]> frames(FrameStore store, MediaStream bytes, long firstIndex)
            throws InterruptedException {
        try (Frames frames = store.open(medium(bytes), firstIndex)) {
            return whole(frames, firstIndex);
        }
    }

    static List<byte[]> whole(Frames frames, long firstIndex) throws InterruptedException {
        assertTrue(FrameStore.awaitDone(frames, PATIENCE), "frames are made in time");
        assertNull(frames.failure());
        List<byte[]> packets = new ArrayList<>();
        for (long i = firstIndex; i < frames.count().orElseThrow(); i++) {
            packets.add(Objects.requireNonNull(frames.at(i), "frame " + i));
        }
        return packets;
    }

    /** Why nothing comes of these bytes. */
    static String refusal(FrameStore store, MediaStream bytes) throws InterruptedException {
        try (Frames frames = store.open(medium(bytes), 0)) {
            assertTrue(FrameStore.awaitDone(frames, PATIENCE), "an answer comes in time");
            return Objects.requireNonNull(frames.failure(), "it was not refused");
        }
    }

    static short[] sound(List<byte[]> packets) {
        return OpusPackets.decodeAll(packets);
    }
}
