package dev.downbeat.audio.child.wire;

import dev.downbeat.audio.MediaInfo;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Messages on a pipe: four bytes of length, one of kind, the body, big-endian. A reader trusts
 * nothing: what is too long, cut off or unknown is an {@link IOException}.
 */
public final class Pipe {
    /** Bytes are moved and asked for in pieces of this size. */
    public static final int BLOCK = 1 << 16;

    private static final int MAX_MESSAGE = 1 << 20;
    private static final int MAX_PACKETS = 1000;
    private static final int MAX_PACKET = 1275;

    private Pipe() {}

    public static void write(Order order, OutputStream out) throws IOException {
        send(
                out,
                body -> {
                    body.writeInt(order.job());
                    switch (order) {
                        case Order.Probe(_, String name, long length) -> {
                            body.writeByte(1);
                            text(body, name);
                            body.writeLong(length);
                        }
                        case Order.Ingest(_, String name, long length, long first) -> {
                            body.writeByte(2);
                            text(body, name);
                            body.writeLong(length);
                            body.writeLong(first);
                        }
                        case Order.Bytes(_, long offset, byte[] bytes) -> {
                            body.writeByte(3);
                            body.writeLong(offset);
                            body.write(bytes);
                        }
                        case Order.EndOfBytes(_, long total) -> {
                            body.writeByte(4);
                            body.writeLong(total);
                        }
                        case Order.BytesLost(_, String reason) -> {
                            body.writeByte(5);
                            text(body, reason);
                        }
                    }
                });
    }

    public static Order readOrder(InputStream in) throws IOException {
        DataInputStream body = receive(in);
        int job = body.readInt();
        int kind = body.readUnsignedByte();
        return switch (kind) {
            case 1 -> new Order.Probe(job, text(body), body.readLong());
            case 2 -> new Order.Ingest(job, text(body), body.readLong(), body.readLong());
            case 3 -> new Order.Bytes(job, body.readLong(), body.readAllBytes());
            case 4 -> new Order.EndOfBytes(job, body.readLong());
            case 5 -> new Order.BytesLost(job, text(body));
            default -> throw new IOException("unknown order " + kind);
        };
    }

    public static void write(Answer answer, OutputStream out) throws IOException {
        send(
                out,
                body -> {
                    switch (answer) {
                        case Answer.Ready() -> body.writeByte(1);
                        case Answer.Working() -> body.writeByte(2);
                        case Answer.Need(long offset, long length) -> {
                            body.writeByte(3);
                            body.writeLong(offset);
                            body.writeLong(length);
                        }
                        case Answer.Described(MediaInfo info) -> {
                            body.writeByte(4);
                            text(body, info.container());
                            text(body, info.title());
                            text(body, info.artist());
                            text(body, info.album());
                            body.writeLong(info.duration().toMillis());
                        }
                        case Answer.Made(Take take, long first, List<Packet> packets) ->
                                made(body, take, first, packets);
                        case Answer.Counted(long frames) -> {
                            body.writeByte(6);
                            body.writeLong(frames);
                        }
                        case Answer.Settled(long index) -> {
                            body.writeByte(7);
                            body.writeLong(index);
                        }
                        case Answer.Finished() -> body.writeByte(8);
                        case Answer.Refused(String reason) -> {
                            body.writeByte(9);
                            text(body, reason);
                        }
                    }
                });
    }

    private static void made(DataOutputStream body, Take take, long first, List<Packet> packets)
            throws IOException {
        body.writeByte(5);
        body.writeByte(take == Take.LIVE ? 0 : 1);
        body.writeLong(first);
        body.writeShort(packets.size());
        for (Packet packet : packets) {
            body.writeByte(packet.loudness());
            body.writeShort(packet.opus().length);
            body.write(packet.opus());
        }
    }

    public static Answer readAnswer(InputStream in) throws IOException {
        DataInputStream body = receive(in);
        int kind = body.readUnsignedByte();
        return switch (kind) {
            case 1 -> new Answer.Ready();
            case 2 -> new Answer.Working();
            case 3 -> new Answer.Need(body.readLong(), body.readLong());
            case 4 ->
                    new Answer.Described(
                            new MediaInfo(
                                    text(body),
                                    text(body),
                                    text(body),
                                    text(body),
                                    Duration.ofMillis(body.readLong())));
            case 5 -> readMade(body);
            case 6 -> new Answer.Counted(body.readLong());
            case 7 -> new Answer.Settled(body.readLong());
            case 8 -> new Answer.Finished();
            case 9 -> new Answer.Refused(text(body));
            default -> throw new IOException("unknown answer " + kind);
        };
    }

    private static Answer.Made readMade(DataInputStream body) throws IOException {
        Take take = body.readUnsignedByte() == 0 ? Take.LIVE : Take.CLEAN;
        long first = body.readLong();
        int count = body.readUnsignedShort();
        if (count > MAX_PACKETS) {
            throw new IOException("too many packets at once");
        }
        List<Packet> packets = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int loudness = body.readUnsignedByte();
            int length = body.readUnsignedShort();
            byte[] opus = length <= MAX_PACKET ? body.readNBytes(length) : new byte[0];
            if (opus.length != length || length == 0) {
                throw new IOException("a packet of impossible length");
            }
            packets.add(new Packet(opus, loudness));
        }
        return new Answer.Made(take, first, packets);
    }

    private interface Body {
        void to(DataOutputStream out) throws IOException;
    }

    private static void send(OutputStream out, Body body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream data = new DataOutputStream(bytes);
        data.writeInt(0);
        body.to(data);
        byte[] message = bytes.toByteArray();
        int length = message.length - 4;
        for (int i = 0; i < 4; i++) {
            message[i] = (byte) (length >>> (24 - 8 * i));
        }
        synchronized (out) {
            out.write(message);
            out.flush();
        }
    }

    private static DataInputStream receive(InputStream in) throws IOException {
        int length = new DataInputStream(in).readInt();
        if (length < 1 || length > MAX_MESSAGE) {
            throw new IOException("a message of impossible length");
        }
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            throw new IOException("a message that was cut off");
        }
        return new DataInputStream(new ByteArrayInputStream(body));
    }

    private static void text(DataOutputStream body, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int length = Math.min(bytes.length, 8192);
        body.writeShort(length);
        body.write(bytes, 0, length);
    }

    private static String text(DataInputStream body) throws IOException {
        byte[] bytes = body.readNBytes(body.readUnsignedShort());
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
