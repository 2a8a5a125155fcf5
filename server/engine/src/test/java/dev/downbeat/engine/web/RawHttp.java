package dev.downbeat.engine.web;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Requests that no client library would send. */
final class RawHttp {
    private static final int PATIENCE_MS = 20_000;

    private RawHttp() {}

    record Answer(int status, String head, String body) {
        boolean isProblem(String code) {
            return head.toLowerCase(Locale.ROOT).contains("content-type: application/problem+json")
                    && body.contains("\"code\":\"" + code + "\"");
        }
    }

    /** The whole request up to the empty line, as it goes out; the connection is closed after. */
    static Answer ask(int port, String... lines) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MS);
            String request = String.join("\r\n", lines) + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return read(new DataInputStream(socket.getInputStream()));
        }
    }

    private static Answer read(DataInputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.readUnsignedByte());
        }
        byte[] body = new byte[length(head.toString())];
        in.readFully(body);
        int status = Integer.parseInt(head.substring(9, 12));
        return new Answer(status, head.toString(), new String(body, StandardCharsets.UTF_8));
    }

    private static int length(String head) {
        return head.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-length:"))
                .mapToInt(line -> Integer.parseInt(line.substring(15).strip()))
                .findFirst()
                .orElse(0);
    }

    /** Asks for the socket as a companion does. */
    static Answer upgrade(int port, String path, String... more) throws IOException {
        String[] lines = new String[6 + more.length];
        lines[0] = "GET " + path + " HTTP/1.1";
        lines[1] = "Host: 127.0.0.1:" + port;
        lines[2] = "Connection: Upgrade";
        lines[3] = "Upgrade: websocket";
        lines[4] = "Sec-WebSocket-Version: 13";
        lines[5] = "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==";
        System.arraycopy(more, 0, lines, 6, more.length);
        return ask(port, lines);
    }
}
