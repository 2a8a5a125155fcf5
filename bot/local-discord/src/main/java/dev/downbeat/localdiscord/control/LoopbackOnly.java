package dev.downbeat.localdiscord.control;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;

import java.net.URI;
import java.util.Set;

/** Keeps web pages of other origins, and names rebound to loopback, away from the controls. */
final class LoopbackOnly {
    private static final Set<String> HOSTS = Set.of("localhost", "127.0.0.1");

    private LoopbackOnly() {}

    static void check(Context http) {
        String host = String.valueOf(http.header("Host"));
        String origin = http.header("Origin");
        boolean isOwn = origin == null || origin.equals("http://" + host);
        if (!isOwn || !isLoopback(host)) {
            throw new ForbiddenResponse("Only pages and programs on this machine may do this");
        }
    }

    static boolean isLoopback(String host) {
        try {
            return HOSTS.contains(String.valueOf(URI.create("http://" + host).getHost()));
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
