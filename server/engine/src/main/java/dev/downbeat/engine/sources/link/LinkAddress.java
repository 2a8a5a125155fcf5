package dev.downbeat.engine.sources.link;

import dev.downbeat.engine.reasons.Reason;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A link taken apart: {@code http} or {@code https}, no user, and a host in its one plain notation.
 *
 * @param host lower case, ASCII; an IPv6 address without its brackets
 * @param target path and query as they go into the request
 */
public record LinkAddress(URI uri, String host, int port, boolean secure, String target) {
    static final int MAX_LENGTH = 2_000;

    private static final Pattern PLAIN_IPV4 =
            Pattern.compile("(?:(?:0|[1-9]\\d{0,2})\\.){3}(?:0|[1-9]\\d{0,2})");

    /** A scheme and a slash, a scheme that needs none, or the scheme of the page one is on. */
    private static final Pattern LINK =
            Pattern.compile(
                    "(?i)[a-z][a-z0-9+.-]{0,30}:/"
                            + "|(?:https?|file|ftp|data|javascript|blob|jar|mailto|magnet):\\S"
                            + "|//\\S");

    private static final Pattern NUMBER = Pattern.compile("\\d+|0x[0-9a-f]*");
    private static final Pattern NAME =
            Pattern.compile("(?=.{1,253}$)[a-z0-9_](?:[a-z0-9_.-]*[a-z0-9_])?");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-f:.]+");

    /** Whether a typed text is meant as a link at all, also as one that does not work here. */
    public static boolean looksLike(String text) {
        return LINK.matcher(text.strip()).lookingAt();
    }

    /**
     * @throws LinkFault when it is no link of the allowed kind
     */
    public static LinkAddress of(String text) throws LinkFault {
        String typed = text.strip();
        if (typed.length() > MAX_LENGTH) {
            throw LinkFault.refused(Reason.LINK_TOO_LONG.about(MAX_LENGTH));
        }
        try {
            return of(new URI(escaped(typed)));
        } catch (URISyntaxException e) {
            throw LinkFault.refused(Reason.LINK_NOT_ONE.code());
        }
    }

    /** Relative to this one, as a redirect names it. */
    LinkAddress resolve(String location) throws LinkFault {
        if (location.length() > MAX_LENGTH) {
            throw LinkFault.refused(Reason.LINK_LEADS_TOO_LONG.code());
        }
        try {
            return of(uri.resolve(new URI(escaped(location.strip()))));
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw LinkFault.refused(Reason.LINK_LEADS_TO_NONE.code());
        }
    }

    private static LinkAddress of(URI uri) throws LinkFault {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw LinkFault.refused(Reason.LINK_SCHEME.code());
        }
        boolean secure = scheme.equals("https");
        String authority = uri.getRawAuthority() == null ? "" : uri.getRawAuthority();
        if (authority.contains("@") || authority.isEmpty()) {
            throw LinkFault.refused(Reason.LINK_USER.code());
        }
        int colon = authority.lastIndexOf(':');
        boolean portNamed = colon > authority.lastIndexOf(']') && colon < authority.length() - 1;
        String name =
                colon > authority.lastIndexOf(']') ? authority.substring(0, colon) : authority;
        int port = portNamed ? port(authority.substring(colon + 1)) : secure ? 443 : 80;
        String path =
                uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return new LinkAddress(uri, host(name), port, secure, path + query);
    }

    /** Mail, SSH and the like live below 1024; no music does but on the two web ports. */
    private static int port(String text) throws LinkFault {
        int port = text.matches("\\d{1,5}") ? Integer.parseInt(text) : 0;
        boolean allowed = port == 80 || port == 443 || (port >= 1024 && port <= 65_535);
        if (!allowed) {
            throw LinkFault.refused(Reason.LINK_PORT.code());
        }
        return port;
    }

    /**
     * Whatever ends in a number must be four plain decimal numbers: no octal, hex or short form.
     */
    private static String host(String raw) throws LinkFault {
        if (raw.startsWith("[") && raw.endsWith("]")) {
            String address = raw.substring(1, raw.length() - 1).toLowerCase(Locale.ROOT);
            if (IPV6.matcher(address).matches() && address.contains(":")) {
                return address;
            }
            throw LinkFault.refused(Reason.LINK_HOST.code());
        }
        String name = ascii(raw);
        String plain = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        String last = plain.substring(plain.lastIndexOf('.') + 1);
        boolean numeric = NUMBER.matcher(last).matches();
        if (numeric ? !PLAIN_IPV4.matcher(plain).matches() : !NAME.matcher(plain).matches()) {
            throw LinkFault.refused(Reason.LINK_HOST.code());
        }
        return plain;
    }

    private static String ascii(String raw) throws LinkFault {
        try {
            String decoded =
                    java.net.URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
            return IDN.toASCII(decoded).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            throw LinkFault.refused(Reason.LINK_HOST.code());
        }
    }

    /** People paste links with blanks and Cyrillic; a request carries them escaped. */
    private static String escaped(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(point -> escape(point, out));
        return out.toString();
    }

    private static void escape(int point, StringBuilder out) {
        if (point > ' ' && point < 0x7f && "\"<>\\^`{|}".indexOf(point) < 0) {
            out.append((char) point);
            return;
        }
        for (byte part : Character.toString(point).getBytes(StandardCharsets.UTF_8)) {
            out.append('%').append(String.format("%02X", part));
        }
    }

    /** As the {@code Host} header wants it. */
    String hostHeader() {
        String name = host.contains(":") ? "[" + host + "]" : host;
        return port == (secure ? 443 : 80) ? name : name + ":" + port;
    }

    boolean isLiteral() {
        return host.contains(":") || PLAIN_IPV4.matcher(host).matches();
    }
}
