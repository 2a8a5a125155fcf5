package dev.downbeat.engine.accounts;

import dev.downbeat.engine.ServerClock;
import dev.downbeat.party.SeatId;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Opaque tokens of 256 bits, each speaking for one account until revoked; kept hashed. Any thread
 * may call; every call waits for the disk.
 */
public final class Tokens {
    private static final int BITS = 256;
    private static final int LONGEST = 128;

    private final Secrets secrets = new Secrets();
    private final AccountStore store;
    private final ServerClock clock;
    private final List<Consumer<Revoked>> watchers = new CopyOnWriteArrayList<>();

    /** Which tokens are no longer good. */
    public sealed interface Revoked {
        /** By its {@link Tokens#key}. */
        record One(String key) implements Revoked {}

        record AllOf(SeatId seat) implements Revoked {}
    }

    public Tokens(AccountStore store, ServerClock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** A new token; it can never be read again. */
    public String issue(SeatId seat, String name) {
        String token = secrets.next(BITS);
        store.addToken(Secrets.hash(token), new Account(seat, name), clock.now());
        return token;
    }

    public Optional<Account> find(String token) {
        return token.length() > LONGEST ? Optional.empty() : store.findToken(Secrets.hash(token));
    }

    /** False when there was no such token. */
    public boolean revoke(String token) {
        if (token.length() > LONGEST || !store.removeToken(key(token))) {
            return false;
        }
        tell(new Revoked.One(key(token)));
        return true;
    }

    /** How many there were. */
    public int revokeAll(SeatId seat) {
        int count = store.removeTokens(seat);
        tell(new Revoked.AllOf(seat));
        return count;
    }

    private void tell(Revoked revoked) {
        watchers.forEach(watcher -> watcher.accept(revoked));
    }

    /** Told of every revocation, by the thread that revokes, until closed. */
    public AutoCloseable watch(Consumer<Revoked> watcher) {
        watchers.add(watcher);
        return () -> watchers.remove(watcher);
    }

    /** Names a token without giving it away. */
    public static String key(String token) {
        return Secrets.hash(token);
    }

    /** Whether the token of this {@link #key} still speaks for anybody. */
    public boolean isGood(String key) {
        return store.findToken(key).isPresent();
    }
}
