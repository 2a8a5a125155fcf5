package dev.downbeat.bot.voice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.downbeat.audio.Ticked;
import dev.downbeat.bot.Never;

import net.dv8tion.jda.api.audio.factory.IPacketProvider;
import net.dv8tion.jda.api.audio.hooks.ConnectionStatus;
import net.dv8tion.jda.api.entities.channel.middleman.AudioChannel;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

class TickedSendSystemTest {
    private final TapHandler handler = new TapHandler();
    private final ScriptedTap tap = new ScriptedTap();
    private DatagramSocket ours;
    private DatagramSocket discords;
    private JdaLike provider;
    private TickedSendSystem system;

    /** Behaves as JDA 6.5's own provider: one buffer, handed back also when nothing is new. */
    private final class JdaLike implements IPacketProvider {
        private final ByteBuffer buffer = ByteBuffer.allocateDirect(2048);
        private int timestamp;
        int calls;
        boolean encryptionFails;
        @Nullable CountDownLatch hold;
        final CountDownLatch inside = new CountDownLatch(1);

        @Override
        public String getIdentifier() {
            return "test";
        }

        @Override
        public AudioChannel getConnectedChannel() {
            return Never.used(AudioChannel.class);
        }

        @Override
        public DatagramSocket getUdpSocket() {
            return ours;
        }

        @Override
        public InetSocketAddress getSocketAddress() {
            return new InetSocketAddress(InetAddress.getLoopbackAddress(), discords.getLocalPort());
        }

        @Override
        public @Nullable ByteBuffer getNextPacketRaw(boolean unused) {
            calls++;
            inside.countDown();
            await(hold);
            if (handler.canProvide()) {
                ByteBuffer sound = Objects.requireNonNull(handler.provide20MsAudio());
                buffer.clear();
                buffer.putInt(0x80780000).putInt(timestamp).putInt(1);
                if (!encryptionFails) {
                    buffer.put(sound).flip();
                }
            }
            timestamp += 960;
            return buffer;
        }

        private static void await(@Nullable CountDownLatch latch) {
            try {
                assertTrue(latch == null || latch.await(5, TimeUnit.SECONDS));
            } catch (InterruptedException interrupted) {
                throw new AssertionError(interrupted);
            }
        }

        @Override
        public @Nullable DatagramPacket getNextPacket(boolean unused) {
            throw new AssertionError("allocates");
        }

        @Override
        public void onConnectionError(ConnectionStatus status) {
            throw new AssertionError(status);
        }

        @Override
        public void onConnectionLost() {
            throw new AssertionError("not lost");
        }
    }

    @BeforeEach
    void open() throws IOException {
        ours = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        discords = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        discords.setSoTimeout(2_000);
        handler.hear(tap);
        provider = new JdaLike();
        system = new TickedSendSystem(provider, handler, _ -> () -> {});
    }

    @AfterEach
    void close() {
        ours.close();
        discords.close();
    }

    private byte[] received() throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[4096], 4096);
        discords.receive(packet);
        return java.util.Arrays.copyOf(packet.getData(), packet.getLength());
    }

    private void nothingMoreCame() throws IOException {
        discords.setSoTimeout(50);
        assertThrows(SocketTimeoutException.class, this::received);
    }

    @Test
    void aFreshPacketIsSentWholeAndOnce() throws IOException {
        tap.with(0, 4, 5, 6);

        system.tick(0);

        byte[] packet = received();
        assertEquals(12 + 3, packet.length);
        assertEquals(6, packet[14]);
        nothingMoreCame();
    }

    @Test
    void jdaIsAskedEachTickAlsoWhenIdleAndNothingIsSent() throws IOException {
        for (int tick = 0; tick < 10; tick++) {
            system.tick(tick);
        }

        assertEquals(10, provider.calls);
        nothingMoreCame();
    }

    @Test
    void afterTheLastFrameComeFiveOfSilenceAndNoOldBuffer() throws IOException {
        tap.with(0, 7);
        for (int tick = 0; tick < 20; tick++) {
            system.tick(tick);
        }

        assertEquals(13, received().length);
        for (int i = 0; i < TapHandler.SILENT_FRAMES; i++) {
            assertEquals(15, received().length);
        }
        nothingMoreCame();
    }

    @Test
    void aPacketThatCouldNotBeEncryptedIsNotSent() throws IOException {
        tap.with(0, 7);
        provider.encryptionFails = true;

        system.tick(0);

        nothingMoreCame();
    }

    @Test
    void nothingIsAskedAfterShutdown() {
        system.start();
        system.shutdown();
        system.tick(0);

        assertEquals(0, provider.calls);
    }

    @Test
    void shutdownWaitsForTheRunningCall() throws Exception {
        CountDownLatch hold = new CountDownLatch(1);
        provider.hold = hold;
        Thread ticking = Thread.startVirtualThread(() -> system.tick(0));
        assertTrue(provider.inside.await(5, TimeUnit.SECONDS));
        CountDownLatch shut = new CountDownLatch(1);
        Thread stopping =
                Thread.startVirtualThread(() -> {
                    system.shutdown();
                    shut.countDown();
                });

        assertFalse(shut.await(50, TimeUnit.MILLISECONDS));
        hold.countDown();

        assertTrue(shut.await(5, TimeUnit.SECONDS));
        ticking.join();
        stopping.join();
    }

    @Test
    void shutdownLeavesTheTick() {
        AtomicBoolean left = new AtomicBoolean();
        TickedSendSystem joined =
                new TickedSendSystem(provider, handler, (Ticked _) -> () -> left.set(true));
        joined.start();

        joined.shutdown();

        assertTrue(left.get());
    }

    @Test
    void aStartThatComesAfterTheShutdownLeavesTheTickAgain() {
        AtomicBoolean left = new AtomicBoolean();
        TickedSendSystem late =
                new TickedSendSystem(provider, handler, (Ticked _) -> () -> left.set(true));
        late.shutdown();

        late.start();

        assertTrue(left.get());
    }
}
