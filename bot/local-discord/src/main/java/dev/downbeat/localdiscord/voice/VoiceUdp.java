package dev.downbeat.localdiscord.voice;

import dev.downbeat.localdiscord.world.Clocks;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;

/** The one UDP socket of all voice sessions: discovery, keep-alives, and the sound itself. */
public final class VoiceUdp implements AutoCloseable {
    static final String HOST = "127.0.0.1";
    private static final Logger LOG = LoggerFactory.getLogger(VoiceUdp.class);
    private static final int RECEIVE_BUFFER = 4 << 20;
    private static final int LARGEST = 4_096;
    private static final int DISCOVERY_BYTES = 74;
    private static final int KEEP_ALIVE = 0xC9;
    private static final int RTP_FIRST_TWO_BYTES = 0x8078;

    private final Clocks clocks;
    private final Map<Integer, VoiceSession> sessions;
    private final Map<InetSocketAddress, VoiceSession> senders = new ConcurrentHashMap<>();
    private final DatagramChannel channel;
    private final Thread reader;
    private final SplittableRandom dice = new SplittableRandom(1);
    private volatile int lossPercent;

    VoiceUdp(Clocks clocks, int port, Map<Integer, VoiceSession> sessions) throws IOException {
        this.clocks = clocks;
        this.sessions = sessions;
        this.channel = DatagramChannel.open();
        channel.setOption(StandardSocketOptions.SO_RCVBUF, RECEIVE_BUFFER);
        channel.bind(new InetSocketAddress(InetAddress.ofLiteral(HOST), port));
        this.reader = Thread.ofPlatform().daemon().name("voice-udp").start(this::read);
    }

    public int port() {
        return channel.socket().getLocalPort();
    }

    /** Percent of incoming datagrams to lose, 0 to 100; at 100 discovery is dead too. */
    public void lose(int percent) {
        if (percent < 0 || percent > 100) {
            throw new IllegalArgumentException("Loss is 0 to 100 percent, not " + percent);
        }
        lossPercent = percent;
    }

    private void read() {
        byte[] bytes = new byte[LARGEST];
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (channel.isOpen()) {
            try {
                buffer.clear();
                InetSocketAddress from = (InetSocketAddress) channel.receive(buffer);
                if (from != null) {
                    received(from, bytes, buffer.position());
                }
            } catch (ClosedChannelException _) {
                return;
            } catch (IOException | RuntimeException e) {
                LOG.warn("A voice datagram could not be handled", e);
            }
        }
    }

    private void received(InetSocketAddress from, byte[] bytes, int length) throws IOException {
        long arrival = clocks.now();
        boolean lost = lossPercent > 0 && dice.nextInt(100) < lossPercent;
        ByteBuffer packet = ByteBuffer.wrap(bytes, 0, length);
        if (length == DISCOVERY_BYTES && packet.getShort(0) == 1) {
            if (!lost) {
                answerDiscovery(from, packet.getInt(4));
            }
            return;
        }
        VoiceSession sender = senders.get(from);
        if (length == 0 || (bytes[0] & 0xFF) == KEEP_ALIVE) {
            countSmall(sender, length);
        } else if (length > 12 && (packet.getShort(0) & 0xFFFF) == RTP_FIRST_TWO_BYTES) {
            VoiceSession session = sessions.get(packet.getInt(8));
            if (session != null) {
                sound(session, arrival, packet, lost);
            }
        } else if (sender != null) {
            sender.recording.couldNotDecrypt();
        }
    }

    private static void countSmall(@Nullable VoiceSession sender, int length) {
        if (sender == null) {
            return;
        }
        if (length == 0) {
            sender.recording.sawEmptyDatagram();
        } else {
            sender.recording.sawKeepAlive();
        }
    }

    private static void sound(VoiceSession session, long arrival, ByteBuffer packet, boolean lost) {
        if (lost) {
            session.recording.droppedOnPurpose();
            return;
        }
        int length = packet.limit();
        session.transport
                .open(packet)
                .ifPresentOrElse(
                        opus ->
                                session.recording.heard(
                                        arrival,
                                        packet.getShort(2) & 0xFFFF,
                                        packet.getInt(4) & 0xFFFF_FFFFL,
                                        packet.getInt(length - 4) & 0xFFFF_FFFFL,
                                        opus),
                        session.recording::couldNotDecrypt);
    }

    private void answerDiscovery(InetSocketAddress from, int ssrc) throws IOException {
        VoiceSession session = sessions.get(ssrc);
        if (session == null) {
            return;
        }
        senders.values().remove(session);
        senders.put(from, session);
        ByteBuffer reply = ByteBuffer.allocate(DISCOVERY_BYTES);
        reply.putShort((short) 2).putShort((short) 70).putInt(ssrc);
        reply.put(from.getAddress().getHostAddress().getBytes(StandardCharsets.US_ASCII));
        reply.putShort(72, (short) from.getPort());
        channel.send(reply.clear(), from);
    }

    @Override
    public void close() {
        try {
            channel.close();
            reader.join(1_000);
        } catch (IOException e) {
            LOG.warn("The voice port did not close cleanly", e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
