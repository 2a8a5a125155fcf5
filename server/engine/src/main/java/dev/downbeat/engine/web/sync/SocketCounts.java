package dev.downbeat.engine.web.sync;

import dev.downbeat.engine.accounts.Account;
import dev.downbeat.engine.accounts.Pass;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How many sockets each seat has open; who came with a ticket is counted by that ticket too, and so
 * takes none of the host's. Any thread may call.
 */
final class SocketCounts {
    /** A few PCs, and what is left of lines that broke. */
    static final int MOST = 8;

    private final Map<String, Integer> open = new ConcurrentHashMap<>();

    /** Whether no other socket may be opened. */
    boolean isFull(Account account) {
        return open.getOrDefault(key(account), 0) >= MOST;
    }

    /** Counts one more; false when that is too many. */
    boolean came(Account account) {
        return open.merge(key(account), 1, Integer::sum) <= MOST;
    }

    void went(Account account) {
        open.computeIfPresent(key(account), (_, count) -> count > 1 ? count - 1 : null);
    }

    private static String key(Account account) {
        return account.seat().value() + " " + account.pass().map(Pass::ticket).orElse("");
    }
}
