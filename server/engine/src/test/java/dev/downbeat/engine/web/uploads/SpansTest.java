package dev.downbeat.engine.web.uploads;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.BitSet;
import java.util.Random;

final class SpansTest {

    @Test
    void neighboursBecomeOne() {
        Spans spans = new Spans();
        spans.add(0, 10);
        spans.add(20, 30);
        assertFalse(spans.has(0, 30));

        spans.add(10, 20);

        assertTrue(spans.has(0, 30));
        assertEquals(30, spans.total());
    }

    @Test
    void anyPiecesInAnyOrderCountEveryByteOnce() {
        Random random = new Random(5);
        for (int round = 0; round < 200; round++) {
            Spans spans = new Spans();
            BitSet bytes = new BitSet();
            for (int piece = 0; piece < 20; piece++) {
                int from = random.nextInt(100);
                int to = from + 1 + random.nextInt(20);
                spans.add(from, to);
                bytes.set(from, to);
            }
            int at = random.nextInt(120);

            assertEquals(bytes.cardinality(), spans.total());
            assertEquals(Math.max(0, bytes.nextClearBit(at) - at), spans.availableAt(at));
        }
    }
}
