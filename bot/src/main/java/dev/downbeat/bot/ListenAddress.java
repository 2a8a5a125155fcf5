package dev.downbeat.bot;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Optional;

/** Whether this machine can be listened on where {@code http.host} says; by trying. */
final class ListenAddress {
    private static final int ANY_PORT = 0;

    private ListenAddress() {}

    /** What is wrong with the host itself, whatever the port. */
    static Optional<String> fault(String host) {
        return canListen(host, ANY_PORT)
                ? Optional.empty()
                : Optional.of(host + " is not an address of this machine; set http.host");
    }

    static boolean canListen(String host, int port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(host, port));
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
