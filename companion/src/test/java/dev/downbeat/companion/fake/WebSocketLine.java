package dev.downbeat.companion.fake;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The server's end of one WebSocket: what RFC 6455 asks of it, for text frames. */
public final class WebSocketLine {
    private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final int TEXT = 1;
    private static final int CLOSE = 8;

    private final Socket socket;
    private final DataInputStream in;
    private final DataOutputStream out;
    private final Consumer<byte[]> record;

    private final BlockingQueue<Integer> closes = new LinkedBlockingQueue<>();
    private volatile boolean ignoresCloses;

    private WebSocketLine(Socket socket, Consumer<byte[]> record) throws IOException {
        this.socket = socket;
        this.record = record;
        in = new DataInputStream(socket.getInputStream());
        out = new DataOutputStream(socket.getOutputStream());
    }

    static WebSocketLine accept(Socket socket, HttpRequest request, Consumer<byte[]> record)
            throws IOException {
        WebSocketLine line = new WebSocketLine(socket, record);
        String answer =
                "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                        + "Sec-WebSocket-Accept: "
                        + accept(request.header("sec-websocket-key"))
                        + "\r\n\r\n";
        line.out.write(answer.getBytes(StandardCharsets.US_ASCII));
        return line;
    }

    private static String accept(String key) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-1")
                            .digest((key + MAGIC).getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The next text; null when the other side closed. */
    @Nullable String read() throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        while (true) {
            int first = in.readUnsignedByte();
            byte[] payload = payload();
            if ((first & 0x0f) == CLOSE) {
                closes.add(((payload[0] & 0xff) << 8) | (payload[1] & 0xff));
                if (!ignoresCloses) {
                    frame(CLOSE, payload);
                    return null;
                }
                continue;
            }
            text.write(payload);
            if ((first & 0x80) != 0) {
                record.accept(text.toByteArray());
                return text.toString(StandardCharsets.UTF_8);
            }
        }
    }

    private byte[] payload() throws IOException {
        int second = in.readUnsignedByte();
        int length = second & 0x7f;
        if (length == 126) {
            length = in.readUnsignedShort();
        } else if (length == 127) {
            length = Math.toIntExact(in.readLong());
        }
        byte[] mask = in.readNBytes(4);
        byte[] payload = in.readNBytes(length);
        for (int i = 0; i < payload.length; i++) {
            payload[i] ^= mask[i % 4];
        }
        return payload;
    }

    public void write(String text) throws IOException {
        frame(TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    void close(int code) throws IOException {
        frame(CLOSE, new byte[] {(byte) (code >> 8), (byte) code});
    }

    /** Leaves the companion's goodbye without an answer, and the line open. */
    public void ignoreCloses() {
        ignoresCloses = true;
    }

    /** The code that the companion closes with. */
    public int awaitClose() throws InterruptedException {
        Integer code = closes.poll(20, TimeUnit.SECONDS);
        if (code == null) {
            throw new AssertionError("the companion did not close");
        }
        return code;
    }

    private synchronized void frame(int kind, byte[] payload) throws IOException {
        out.writeByte(0x80 | kind);
        if (payload.length < 126) {
            out.writeByte(payload.length);
        } else if (payload.length <= 0xffff) {
            out.writeByte(126);
            out.writeShort(payload.length);
        } else {
            out.writeByte(127);
            out.writeLong(payload.length);
        }
        out.write(payload);
        out.flush();
    }

    void cut() throws IOException {
        socket.close();
    }
}
