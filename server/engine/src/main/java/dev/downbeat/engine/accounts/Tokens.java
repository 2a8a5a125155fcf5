package dev.downbeat.engine.accounts;

import dev.downbeat.engine.ServerClock;
import dev.downbeat.party.SeatId;

import java.util.Optional;

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
        return token.length() <= LONGEST && store.removeToken(Secrets.hash(token));
    }

    /** How many there were. */
    public int revokeAll(SeatId seat) {
        return store.removeTokens(seat);
    }
}
