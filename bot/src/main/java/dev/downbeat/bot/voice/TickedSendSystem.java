package dev.downbeat.bot.voice;

import dev.downbeat.audio.Ticked;

import net.dv8tion.jda.api.audio.factory.IAudioSendSystem;
import net.dv8tion.jda.api.audio.factory.IPacketProvider;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.NoRouteToHostException;
import java.nio.ByteBuffer;
import java.util.function.Function;

/**
 * Sends one connection's packets, driven by the one tick. Asks JDA on every tick, also when idle,
 * because the RTP timestamp only moves when asked; sends only what is a fresh packet of this tick,
 * because JDA hands back its old buffer (at first 2,048 zeros) when it has none.
 */
final class TickedSendSystem implements IAudioSendSystem, Ticked {
    private static final int HEADER_BYTES = 12;
    private static final int TIMESTAMP_AT = 4;
    private static final long NOTHING_SENT = -1;

    private final IPacketProvider provider;
    private final TapHandler handler;
    private final Function<Ticked, AutoCloseable> tick;
    private byte[] scratch = new byte[512];
    private long lastTimestamp = NOTHING_SENT;
    private boolean lostReported;
    private boolean shut;
    private @Nullable AutoCloseable seat;

    TickedSendSystem(
            IPacketProvider provider, TapHandler handler, Function<Ticked, AutoCloseable> tick) {
        this.provider = provider;
        this.handler = handler;
        this.tick = tick;
    }

    @Override
    public void start() {
        AutoCloseable joined = tick.apply(this);
        boolean late;
        synchronized (this) {
            late = shut;
            seat = joined;
        }
        if (late) {
            leave(joined);
        }
    }

    @Override
    public synchronized void tick(long number) {
        if (shut) {
            return;
        }
        handler.arm(number);
        ByteBuffer packet = provider.getNextPacketRaw(false);
        if (packet != null && handler.provided() && isFresh(packet)) {
            send(packet);
        }
    }

    /** A whole packet starts at 0; one that failed to be encrypted was left half written. */
    private boolean isFresh(ByteBuffer packet) {
        if (packet.position() != 0 || packet.remaining() <= HEADER_BYTES) {
            return false;
        }
        long timestamp = Integer.toUnsignedLong(packet.getInt(TIMESTAMP_AT));
        boolean fresh = timestamp != lastTimestamp;
        lastTimestamp = timestamp;
        return fresh;
    }

    private void send(ByteBuffer packet) {
        int length = packet.remaining();
        if (scratch.length < length) {
            scratch = new byte[length];
        }
        packet.get(0, scratch, 0, length);
        try {
            provider.getUdpSocket()
                    .send(new DatagramPacket(scratch, length, provider.getSocketAddress()));
        } catch (NoRouteToHostException _) {
            reportLost();
        } catch (IOException _) {
            // JDA closed the socket and will shut us down, or one packet is lost: both are normal.
        }
    }

    /** On another thread: JDA takes the lock under which it waits in {@link #shutdown}. */
    private void reportLost() {
        if (!lostReported) {
            lostReported = true;
            Thread.ofVirtual().start(provider::onConnectionLost);
        }
    }

    /** Waits for the running call, so that JDA may free what the packet needs. */
    @Override
    public void shutdown() {
        AutoCloseable joined;
        synchronized (this) {
            shut = true;
            joined = seat;
        }
        leave(joined);
    }

    private static void leave(@Nullable AutoCloseable joined) {
        try {
            if (joined != null) {
                joined.close();
            }
        } catch (Exception fault) {
            throw new IllegalStateException("leaving the tick failed", fault);
        }
    }
}
