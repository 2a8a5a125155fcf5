package dev.downbeat.engine.sources.link;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;

/**
 * The head of an HTTP answer, and its body while it comes.
 *
 * @param headers names in lower case; of several with one name the first
 */
record LinkReply(
        LinkAddress from, int status, Map<String, String> headers, InputStream body, Closeable line)
        implements Closeable {

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    boolean isRedirect() {
        return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    }

    boolean isWhole() {
        return status == 200;
    }

    boolean isPart() {
        return status == 206;
    }

    /** In bytes from the first to the last of the whole medium; negative when not said. */
    long wholeLength() {
        if (isPart()) {
            String range = header("content-range").orElse("");
            return number(range.substring(range.lastIndexOf('/') + 1));
        }
        return number(header("content-length").orElse(""));
    }

    private static long number(String text) {
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : -1;
    }

    /** Tells one state of the medium from another; empty when the server gives nothing for it. */
    String validator() {
        String tag = header("etag").orElse("");
        return tag.isEmpty() || tag.startsWith("W/") ? header("last-modified").orElse("") : tag;
    }

    @Override
    public void close() throws IOException {
        line.close();
    }
}
