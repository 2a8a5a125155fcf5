package dev.downbeat.demo.whole;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.downbeat.localdiscord.voice.CapturedFrame;
import dev.downbeat.localdiscord.voice.Opus;

import org.junit.jupiter.api.Test;

import java.util.List;

final class EarTest {
    private static final long NOW = 1_000_000_000;

    private static List<CapturedFrame> frame(long agoNanos, int... bytes) {
        byte[] opus = new byte[bytes.length];
        for (int i = 0; i < opus.length; i++) {
            opus[i] = (byte) bytes[i];
        }
        return List.of(new CapturedFrame(1, NOW - agoNanos, 1, 960, 1, new Opus(opus)));
    }

    @Test
    void withoutPacketsVoiceIsSilent() {
        assertTrue(Ear.isSilent(List.of(), NOW));
        assertTrue(Ear.isSilent(frame(Ear.FRESH_NANOS, 1, 2, 3, 4), NOW));
    }

    @Test
    void packetsOfSilenceAreNoSound() {
        assertTrue(Ear.isSilent(frame(1, 0xF8, 0xFF, 0xFE), NOW));
    }

    @Test
    void soundThatIsNotThePlayersIsSoundToo() {
        assertFalse(Ear.isSilent(frame(1, 1, 2, 3, 4), NOW));
    }
}
