package dev.downbeat.companion.fake;

import dev.downbeat.protocol.BadMessage;
import dev.downbeat.protocol.ClientMessage;
import dev.downbeat.protocol.ServerMessage;
import dev.downbeat.protocol.Wire;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * A sync server of the smallest kind: pairs, greets, answers pings with a clock that is {@link
 * #AHEAD_MS} ahead, takes uploads, and keeps every byte that came in.
 */
public final class SyncServer implements AutoCloseable {
    public static final String TOKEN = "token-token-token-token";
    public static final double AHEAD_MS = 5_000_000;

    private final ServerSocket server;
    private final BlockingQueue<ClientMessage> heard = new LinkedBlockingQueue<>();
    private final List<byte[]> everyByte = new CopyOnWriteArrayList<>();
    private final BlockingQueue<WebSocketLine> lines = new LinkedBlockingQueue<>();
    private final Queue<String> refusals = new ConcurrentLinkedQueue<>();
    private final Map<String, Upload> uploads = new java.util.concurrent.ConcurrentHashMap<>();
    private final Semaphore pieces = new Semaphore(0);
    private volatile @Nullable WebSocketLine current;
    private volatile String uploadRefusal = "";

    /** What came in for one upload, and the order of the pieces. */
    public static final class Upload {
        private final byte[] bytes;
        private final List<String> ranges = new CopyOnWriteArrayList<>();

        Upload(int length) {
            bytes = new byte[length];
        }

        synchronized void put(int at, byte[] piece) {
            System.arraycopy(piece, 0, bytes, at, piece.length);
        }

        public synchronized byte[] bytes() {
            return bytes.clone();
        }

        public List<String> ranges() {
            return ranges;
        }
    }

    private SyncServer(ServerSocket server) {
        this.server = server;
    }

    public static SyncServer start() throws IOException {
        return start(0);
    }

    public static SyncServer start(int port) throws IOException {
        SyncServer made =
                new SyncServer(new ServerSocket(port, 50, InetAddress.getLoopbackAddress()));
        Thread.ofVirtual().start(made::run);
        return made;
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    public int port() {
        return server.getLocalPort();
    }

    /** The next handshake is answered with this status line and headers. */
    public void refuseNext(String answer) {
        refusals.add(answer);
    }

    /** Every piece is answered with this status line and body. */
    public void refuseUploads(String status, String body) {
        uploadRefusal = answer(status, body);
    }

    public void takeUploads() {
        uploadRefusal = "";
    }

    public void expect(String upload, int length) {
        uploads.put(upload, new Upload(length));
    }

    public Upload upload(String id) {
        return java.util.Objects.requireNonNull(uploads.get(id));
    }

    /** Waits until a piece came, wanted or not. */
    public void awaitPiece() throws InterruptedException {
        if (!pieces.tryAcquire(20, TimeUnit.SECONDS)) {
            throw new AssertionError("no piece came");
        }
    }

    private void run() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException _) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            HttpRequest request = HttpRequest.read(socket.getInputStream(), everyByte::add);
            while (request != null) {
                if (request.path().equals("/api/sync")) {
                    talk(socket, request);
                    return;
                }
                socket.getOutputStream().write(answer(request).getBytes(StandardCharsets.UTF_8));
                request = HttpRequest.read(socket.getInputStream(), everyByte::add);
            }
        } catch (IOException _) {
            // The companion left.
        }
    }

    private String answer(HttpRequest request) {
        if (request.path().equals("/api/pair")) {
            return request.body().equals("{\"code\":\"ABCD2345\"}")
                    ? json("{\"token\":\"" + TOKEN + "\",\"seat\":\"host:1\",\"account\":\"Mila\"}")
                    : "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n";
        }
        pieces.release();
        if (!uploadRefusal.isEmpty()) {
            return uploadRefusal;
        }
        Upload upload = uploads.get(request.path().replace("/api/uploads/", ""));
        if (upload == null || !isAuthorised(request)) {
            return "HTTP/1.1 410 Gone\r\nContent-Length: 0\r\n\r\n";
        }
        String range = request.header("content-range");
        int first = Integer.parseInt(range.replaceFirst("bytes (\\d+)-.*", "$1"));
        upload.put(first, request.body().getBytes(StandardCharsets.ISO_8859_1));
        upload.ranges().add(range);
        return "HTTP/1.1 204 No Content\r\n\r\n";
    }

    private static String json(String body) {
        return answer("200 OK", body);
    }

    private static String answer(String status, String body) {
        return "HTTP/1.1 " + status + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }

    private static boolean isAuthorised(HttpRequest request) {
        return request.header("authorization").equals("Bearer " + TOKEN);
    }

    private void talk(Socket socket, HttpRequest request) throws IOException {
        String refusal = refusals.poll();
        if (refusal != null || !isAuthorised(request)) {
            String line = refusal == null ? "401 Unauthorized" : refusal;
            socket.getOutputStream()
                    .write(
                            ("HTTP/1.1 " + line + "\r\nContent-Length: 0\r\n\r\n")
                                    .getBytes(StandardCharsets.UTF_8));
            return;
        }
        WebSocketLine line = WebSocketLine.accept(socket, request, everyByte::add);
        current = line;
        lines.add(line);
        for (String text = line.read(); text != null; text = line.read()) {
            hear(line, text);
        }
    }

    private void hear(WebSocketLine line, String text) throws IOException {
        try {
            ClientMessage message = Wire.readClient(text);
            if (message instanceof ClientMessage.Hello) {
                line.write(
                        Wire.write(
                                new ServerMessage.Hello(
                                        1, "fake", "epoch", now(), "", "Mila", 1_500)));
            } else if (message instanceof ClientMessage.Ping ping) {
                line.write(
                        Wire.write(
                                new ServerMessage.Pong(
                                        ping.id(), ping.clientTime(), now(), now())));
            }
            heard.add(message);
        } catch (BadMessage e) {
            throw new IOException(e);
        }
    }

    /** Same machine, same monotonic clock: the true offset is known. */
    public static double now() {
        return System.nanoTime() / 1e6 + AHEAD_MS;
    }

    public void say(ServerMessage message) {
        try {
            line().write(Wire.write(message));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public WebSocketLine line() {
        return java.util.Objects.requireNonNull(current, "nobody is connected");
    }

    public void closeSocket(int code) throws IOException {
        line().close(code);
    }

    /** Cuts the line without a word. */
    public void cut() throws IOException {
        line().cut();
    }

    public void awaitConnection() throws InterruptedException {
        if (lines.poll(20, TimeUnit.SECONDS) == null) {
            throw new AssertionError("no companion came");
        }
    }

    /** Waits until no companion comes for this long. */
    public boolean comesAgainWithin(long ms) throws InterruptedException {
        return lines.poll(ms, TimeUnit.MILLISECONDS) != null;
    }

    /** The next message of a kind that fits; others are skipped. */
    public <T extends ClientMessage> T await(Class<T> kind, Predicate<T> fits)
            throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        for (ClientMessage next = next(until); next != null; next = next(until)) {
            if (kind.isInstance(next) && fits.test(kind.cast(next))) {
                return kind.cast(next);
            }
        }
        throw new AssertionError("no such " + kind.getSimpleName() + " came");
    }

    public <T extends ClientMessage> T await(Class<T> kind) throws InterruptedException {
        return await(kind, _ -> true);
    }

    private @Nullable ClientMessage next(long until) throws InterruptedException {
        return heard.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    public List<ClientMessage> drain() {
        List<ClientMessage> all = new java.util.ArrayList<>();
        heard.drainTo(all);
        return all;
    }

    /** All that ever came in, handshakes and bodies included. */
    public String everything() {
        StringBuilder all = new StringBuilder();
        everyByte.forEach(bytes -> all.append(new String(bytes, StandardCharsets.UTF_8)));
        return all.toString();
    }

    @Override
    public void close() throws IOException {
        server.close();
        WebSocketLine line = current;
        if (line != null) {
            line.cut();
        }
    }
}
