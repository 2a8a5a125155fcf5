package dev.downbeat.companion.hosting;

import java.net.URI;
import java.net.URISyntaxException;

/** Reads the {@code file:} address by which a player names its file. */
public final class FileLocation {
    private FileLocation() {}

    /** The path on this machine, decoded; empty when it is no local file. */
    public static String path(String location) {
        if (location.startsWith("/")) {
            return location;
        }
        try {
            URI address = new URI(location);
            boolean local = address.getHost() == null || address.getHost().equals("localhost");
            String path = address.getPath();
            return "file".equals(address.getScheme()) && local && path != null ? path : "";
        } catch (URISyntaxException _) {
            return "";
        }
    }
}
