package dev.downbeat.companion.home;

import java.net.URI;

/**
 * The bond between this companion and an account on a server.
 *
 * @param token secret; belongs to this server and goes to no other
 * @param account for people to read
 */
public record Link(URI server, String token, String seat, String account) {
    /** Without the secret, so that no log can hold it. */
    @Override
    public String toString() {
        return "Link[" + server + ", " + account + "]";
    }
}
