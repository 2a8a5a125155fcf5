package dev.downbeat.engine.sources.link;

import dev.downbeat.engine.reasons.Reason;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;

/**
 * Where links may lead and how much may come back.
 *
 * @param allowed hosts or addresses, lower case, that may be private
 * @param maxBytes of one medium
 * @param names asked exactly once per request, so that what was checked is what is connected to
 */
public record LinkPolicy(Set<String> allowed, long maxBytes, Names names) {

    /** Turns a host into addresses. */
    @FunctionalInterface
    public interface Names {
        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    /** The addresses to connect to; one private address among public ones spoils them all. */
    List<InetAddress> check(LinkAddress link) throws IOException {
        List<InetAddress> addresses;
        try {
            addresses = List.of(names.resolve(link.host()));
        } catch (UnknownHostException e) {
            throw LinkFault.unavailable(Reason.LINK_HOST_UNKNOWN.code());
        }
        for (InetAddress address : addresses) {
            boolean permitted =
                    allowed.contains(link.host()) || allowed.contains(address.getHostAddress());
            if (!permitted && !PublicAddress.is(address)) {
                throw LinkFault.refused(Reason.LINK_PRIVATE.code());
            }
        }
        return addresses;
    }
}
