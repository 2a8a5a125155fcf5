package dev.downbeat.companion.sync;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Where a server is: {@code https}, or {@code http} on this machine only. */
public record ServerAddress(URI root) {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    /** Empty when the text is no address that may be used. */
    public static Optional<ServerAddress> parse(String text) {
        try {
            String full = text.contains("://") ? text.strip() : "https://" + text.strip();
            URI address = new URI(full.replaceFirst("/+$", ""));
            return isAllowed(address) ? Optional.of(new ServerAddress(address)) : Optional.empty();
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }

    private static boolean isAllowed(URI address) {
        String host = address.getHost();
        if (host == null || address.getRawUserInfo() != null || address.getRawQuery() != null) {
            return false;
        }
        return switch (address.getScheme().toLowerCase(Locale.ROOT)) {
            case "https" -> true;
            case "http" -> LOOPBACK.contains(host);
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
