package dev.downbeat.bot.voice;

import dev.downbeat.audio.Frame;
import dev.downbeat.audio.FrameTap;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A tap that gives what it was told to, tick by tick. */
final class ScriptedTap implements FrameTap {
    private final Map<Long, byte[]> frames = new ConcurrentHashMap<>();
    volatile boolean closed;

    ScriptedTap with(long tick, int... packet) {
        byte[] bytes = new byte[packet.length];
        for (int i = 0; i < packet.length; i++) {
            bytes[i] = (byte) packet[i];
        }
        frames.put(tick, bytes);
        return this;
    }

    @Override
    public @Nullable Frame due(long tick) {
        byte[] packet = frames.get(tick);
        return packet == null ? null : new Frame(packet, 1, tick, tick, 0, false);
    }

    @Override
    public long dropped() {
        return 0;
    }

    @Override
    public void close() {
        closed = true;
    }
}
