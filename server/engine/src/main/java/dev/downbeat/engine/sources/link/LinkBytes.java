package dev.downbeat.engine.sources.link;

import dev.downbeat.engine.parties.MediaBytes;
import dev.downbeat.engine.reasons.Reason;
import dev.downbeat.party.Problem;

import org.jspecify.annotations.Nullable;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The medium behind a link; the first answer's head is looked at before anything is read. */
public final class LinkBytes implements MediaBytes, Closeable {
    private static final Pattern FILE_NAME = Pattern.compile("(?i)filename=\"?([^\";]+)\"?");

    private final LinkClient client;
    private final LinkAddress link;
    private final String run;
    private final String fileName;
    private final long length;
    private final String validator;
    private @Nullable LinkReply first;

    private LinkBytes(LinkClient client, LinkAddress link, String run, LinkReply first) {
        this.client = client;
        this.link = link;
        this.run = run;
        this.first = first;
        this.length = first.wholeLength();
        this.validator = first.validator();
        this.fileName = nameOf(first);
    }

    /**
     * Asks the server; the body waits for {@link #open()}.
     *
     * @param run changes with each start of this server: keeps keys of media without a validator
     *     from outliving it
     * @throws LinkFault when it is not allowed, not there or no music
     */
    public static LinkBytes of(LinkClient client, LinkAddress link, String run) throws IOException {
        LinkReply reply = client.get(link, 0, "");
        try {
            check(reply, client.policy().maxBytes());
            return new LinkBytes(client, link, run, reply);
        } catch (IOException e) {
            reply.close();
            throw e;
        }
    }

    private static void check(LinkReply reply, long maxBytes) throws LinkFault {
        if (!reply.isWhole()) {
            throw LinkFault.unavailable(Reason.LINK_STATUS.about(reply.status()));
        }
        String type = reply.header("content-type").orElse("").toLowerCase(Locale.ROOT);
        if (type.contains("mpegurl") || type.contains("scpls") || type.contains("dash+xml")) {
            throw LinkFault.refused(Reason.LINK_PLAYLIST.code());
        }
        if (reply.headers().keySet().stream().anyMatch(name -> name.startsWith("icy-"))) {
            throw LinkFault.refused(Reason.LINK_RADIO.code());
        }
        if (type.startsWith("text/") || type.startsWith("image/") || type.contains("json")) {
            throw LinkFault.refused(Reason.LINK_PAGE.code());
        }
        if (reply.wholeLength() == 0) {
            throw new LinkFault(Problem.FILE_REFUSED, Reason.LINK_EMPTY.code());
        }
        if (reply.wholeLength() > maxBytes) {
            throw new LinkFault(Problem.TOO_LARGE, Reason.LINK_TOO_LARGE.about(maxBytes >> 20));
        }
    }

    @Override
    public synchronized InputStream open() throws IOException {
        LinkReply reply = first;
        first = null;
        if (reply == null) {
            reply = client.get(link, 0, "");
            check(reply, client.policy().maxBytes());
        }
        return new ResumingStream(client, link, reply);
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public String fileName() {
        return fileName;
    }

    /** A link's content is known by its server's word for it; without one it is kept for no one. */
    @Override
    public String contentKey() {
        String state = validator.isEmpty() ? run : validator;
        return sha256("link\n" + link.uri() + "\n" + length + "\n" + state);
    }

    private static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static String nameOf(LinkReply reply) {
        Matcher said = FILE_NAME.matcher(reply.header("content-disposition").orElse(""));
        String path = reply.from().uri().getRawPath();
        String name = said.find() ? said.group(1) : path == null ? "" : path;
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        try {
            String plain = URLDecoder.decode(last.replace("+", "%2B"), StandardCharsets.UTF_8);
            return plain.replaceAll("[\\p{Cntrl}/\\\\]", "").strip();
        } catch (IllegalArgumentException e) {
            return last;
        }
    }

    @Override
    public synchronized void close() throws IOException {
        if (first != null) {
            first.close();
            first = null;
        }
    }
}
