package dev.downbeat.engine.sources.link;

import dev.downbeat.engine.reasons.Reason;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Reads an HTTP/1.1 answer; RFC 9112. Whatever is larger or other than it should be is refused. */
final class ReplyReader {
    private static final int MAX_HEAD_BYTES = 32 * 1024;

    private final InputStream in;
    private final Runnable within;
    private int left = MAX_HEAD_BYTES;

    /**
     * @param within throws when the head takes too long
     */
    ReplyReader(InputStream in, Runnable within) {
        this.in = in;
        this.within = within;
    }

    LinkReply read(LinkAddress from, Socket socket) throws IOException {
        int status = status(line());
        Map<String, String> headers = headers();
        while (status >= 100 && status < 200) {
            status = status(line());
            headers = headers();
        }
        return new LinkReply(from, status, Map.copyOf(headers), body(headers), socket);
    }

    private static int status(String line) throws LinkFault {
        if (!line.matches("HTTP/1\\.[01] \\d{3}( .*)?")) {
            throw LinkFault.unavailable(Reason.LINK_NOT_HTTP.code());
        }
        return Integer.parseInt(line.substring(9, 12));
    }

    private Map<String, String> headers() throws IOException {
        Map<String, String> headers = new HashMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
                headers.putIfAbsent(name, line.substring(colon + 1).strip());
            }
        }
        return headers;
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int letter = next(); letter != '\n'; letter = next()) {
            line.write(letter);
        }
        String text = line.toString(StandardCharsets.ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    private int next() throws IOException {
        within.run();
        int letter = in.read();
        if (letter < 0) {
            throw new EOFException("the answer ended in its head");
        }
        if (--left < 0) {
            throw LinkFault.unavailable(Reason.LINK_HEAD_TOO_LONG.code());
        }
        return letter;
    }

    private InputStream body(Map<String, String> headers) throws LinkFault {
        String coding = headers.getOrDefault("transfer-encoding", "").toLowerCase(Locale.ROOT);
        if (coding.equals("chunked")) {
            return new ChunkedBody(in);
        }
        String length = headers.getOrDefault("content-length", "");
        if (!coding.isEmpty() || !length.matches("\\d{0,18}")) {
            throw LinkFault.unavailable(Reason.LINK_FORM_UNKNOWN.code());
        }
        return length.isEmpty() ? in : new CountedBody(in, Long.parseLong(length));
    }
}
