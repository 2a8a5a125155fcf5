package dev.downbeat.companion.fake;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * One request of HTTP/1.1, read from a stream.
 *
 * @param body one character for each byte
 */
record HttpRequest(String path, Map<String, String> headers, String body) {

    /** Null at the end of the stream. */
    static @Nullable HttpRequest read(InputStream in, Consumer<byte[]> record) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                return null;
            }
            head.write(next);
        }
        record.accept(head.toByteArray());
        String[] lines = head.toString(StandardCharsets.ISO_8859_1).split("\r\n", -1);
        Map<String, String> headers = new HashMap<>();
        for (int i = 1; !lines[i].isEmpty(); i++) {
            String[] parts = lines[i].split(": ", 2);
            headers.put(parts[0].toLowerCase(Locale.ROOT), parts[1]);
        }
        byte[] body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        record.accept(body);
        return new HttpRequest(
                lines[0].split(" ", -1)[1], headers, new String(body, StandardCharsets.ISO_8859_1));
    }

    String header(String name) {
        return headers.getOrDefault(name, "");
    }
}
