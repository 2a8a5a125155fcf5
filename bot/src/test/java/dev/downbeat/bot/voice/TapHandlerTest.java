package dev.downbeat.bot.voice;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

class TapHandlerTest {
    private static final byte[] SILENCE = {(byte) 0xF8, (byte) 0xFF, (byte) 0xFE};

    private final TapHandler handler = new TapHandler();
    private long tick;

    private byte[] next() {
        handler.arm(tick++);
        if (!handler.canProvide()) {
            return new byte[0];
        }
        ByteBuffer given = Objects.requireNonNull(handler.provide20MsAudio());
        byte[] packet = new byte[given.remaining()];
        given.get(packet);
        return packet;
    }

    @Test
    void theTapsFrameGoesOutAsItIs() {
        handler.hear(new ScriptedTap().with(0, 1, 2, 3));

        assertArrayEquals(new byte[] {1, 2, 3}, next());
        assertTrue(handler.provided());
        assertTrue(handler.isOpus());
    }

    @Test
    void fiveSilentFramesAndThenNothing() {
        handler.hear(new ScriptedTap().with(0, 9));
        next();
        List<Integer> lengths = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            byte[] packet = next();
            lengths.add(packet.length);
            if (packet.length > 0) {
                assertArrayEquals(SILENCE, packet);
            }
        }

        assertEquals(List.of(3, 3, 3, 3, 3, 0, 0), lengths);
        assertFalse(handler.provided());
    }

    @Test
    void whoNeverSoundedNeedsNoSilence() {
        handler.hear(new ScriptedTap());

        assertEquals(0, next().length);
    }

    @Test
    void withoutATapItGoesQuiet() {
        handler.hear(new ScriptedTap().with(0, 9).with(1, 9));
        next();
        handler.hear(null);

        assertArrayEquals(SILENCE, next());
    }
}
