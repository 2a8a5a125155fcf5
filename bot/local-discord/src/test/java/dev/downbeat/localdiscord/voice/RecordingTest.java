package dev.downbeat.localdiscord.voice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.time.Duration;

final class RecordingTest {
    private final Recording recording = new Recording(Duration.ofMinutes(1));
    private int nonce;

    private void hear(int sequence, long timestamp) {
        hear(sequence, timestamp, new byte[] {1, 2, (byte) sequence});
    }

    private void hear(int sequence, long timestamp, byte[] opus) {
        recording.heard(timestamp * 20_833, sequence & 0xFFFF, timestamp, nonce++, opus);
    }

    @Test
    void sequenceAndTimeAreUnwrapped() {
        recording.begin(7);
        hear(0xFFFF, 0xFFFF_FFFFL - 959);
        hear(0, 0);

        CapturedFrame second = recording.since(1).getFirst();

        assertEquals(0x1_0000, second.sequence());
        assertEquals(0x1_0000_0000L, second.timestamp());
        assertEquals(0, recording.statistics().violations());
    }

    @Test
    void missingAndLatePacketsAreCounted() {
        recording.begin(7);
        hear(0, 0);
        hear(3, 3 * 960);
        hear(2, 2 * 960);

        VoiceStatistics statistics = recording.statistics();

        assertEquals(2, statistics.lost());
        assertEquals(1, statistics.late());
        assertEquals(2, statistics.packets());
    }

    @Test
    void timeMustMoveWithTheSequence() {
        recording.begin(7);
        hear(0, 0);
        hear(1, 500);

        assertEquals(1, recording.statistics().violations());
    }

    @Test
    void quietNeedsFiveFramesOfSilenceBefore() {
        byte[] silence = {(byte) 0xF8, (byte) 0xFF, (byte) 0xFE};
        recording.begin(7);
        for (int number = 0; number < 5; number++) {
            hear(number, number * 960L, silence);
        }
        hear(5, 960 * 100);
        assertEquals(0, recording.statistics().violations());

        hear(6, 960 * 200);
        assertEquals(1, recording.statistics().violations());
        assertEquals(2, recording.statistics().pauses());
    }

    @Test
    void aNewStreamMayStartAnywhere() {
        recording.begin(7);
        hear(100, 96_000);
        recording.begin(8);
        hear(0, 0);

        assertEquals(0, recording.statistics().violations());
        assertEquals(8, recording.since(1).getFirst().ssrc());
    }

    @Test
    void theOldestPacketsGoWhenThereIsNoMoreRoom() {
        recording.begin(7);
        for (int number = 0; number < 9_000; number++) {
            hear(number, number * 960L);
        }

        long oldest = recording.oldestIndex().orElseThrow();

        assertTrue(oldest > 0);
        assertTrue(recording.since(0).size() >= 3_000, "a minute is kept");
        assertEquals(oldest, recording.since(0).getFirst().index());
        assertEquals(9_000, recording.statistics().packets());
    }

    @Test
    void waitingEndsWhenNothingComes() throws Exception {
        assertFalse(recording.awaitPacket(0, Duration.ofMillis(1)));
    }
}
