package dev.downbeat.companion.sync;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Where a server is: {@code https}, or {@code http} on this machine only. Which of the two need not
 * be said.
 */
public record ServerAddress(URI root) {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    /** Empty when the text is no address that may be used. */
    public static Optional<ServerAddress> parse(String text) {
        try {
            String full = text.contains("://") ? text.strip() : assumed(text.strip());
            URI address = new URI(full.replaceFirst("/+$", ""));
            return isAllowed(address) ? Optional.of(new ServerAddress(address)) : Optional.empty();
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }

    /** Without a word about it, this machine is meant without encryption and any other with. */
    private static String assumed(String bare) throws URISyntaxException {
        return (isHere(new URI("http://" + bare)) ? "http://" : "https://") + bare;
    }

    private static boolean isHere(URI address) {
        String host = address.getHost();
        return host != null && LOOPBACK.contains(host.toLowerCase(Locale.ROOT));
    }

    /** The same without encryption, where that may be used. */
    public Optional<ServerAddress> plain() {
        return isHere(root)
                ? Optional.of(
                        new ServerAddress(
                                URI.create(root.toString().replaceFirst("^(?i)https", "http"))))
                : Optional.empty();
    }

    private static boolean isAllowed(URI address) {
        String host = address.getHost();
        if (host == null || address.getRawUserInfo() != null || address.getRawQuery() != null) {
            return false;
        }
        return switch (address.getScheme().toLowerCase(Locale.ROOT)) {
            case "https" -> true;
            case "http" -> isHere(address);
            default -> false;
        };
    }

    URI pair() {
        return URI.create(root + "/api/pair");
    }

    /** Where the pieces of an upload go. */
    public URI upload(String id) {
        return URI.create(root + "/api/uploads/" + URLEncoder.encode(id, StandardCharsets.UTF_8));
    }

    URI socket() {
        return URI.create(root.toString().replaceFirst("^http", "ws") + "/api/sync");
    }
}
