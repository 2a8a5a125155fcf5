package dev.downbeat.bot;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** Addresses that people and their browsers are given. */
final class WebAddress {
    private static final int HIGHEST_PORT = 65_535;

    private WebAddress() {}

    /** Absolute, http or https, with a host; no user, query or fragment. */
    static boolean isOne(String text) {
        try {
            URI uri = new URI(text);
            return isWeb(uri.getScheme())
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null
                    && uri.getPort() != 0
                    && uri.getPort() <= HIGHEST_PORT;
        } catch (URISyntaxException _) {
            return false;
        }
    }

    private static boolean isWeb(@org.jspecify.annotations.Nullable String scheme) {
        return "http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme);
    }

    /** As a browser names where a page came from: no path, no usual port. */
    static String origin(String address) {
        URI uri = URI.create(address);
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        int usual = scheme.equals("https") ? 443 : 80;
        boolean named = uri.getPort() >= 0 && uri.getPort() != usual;
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        return scheme + "://" + host + (named ? ":" + uri.getPort() : "");
    }

    /** Of a host and a port on this machine. */
    static String of(String host, int port) {
        boolean bare = host.contains(":") && !host.startsWith("[");
        return "http://" + (bare ? "[" + host + "]" : host) + ":" + port;
    }
}
