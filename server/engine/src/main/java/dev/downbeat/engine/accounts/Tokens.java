package dev.downbeat.engine.accounts;

import dev.downbeat.engine.ServerClock;
import dev.downbeat.party.PartyId;
import dev.downbeat.party.SeatId;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Opaque tokens of 256 bits, each speaking for one account until revoked, or as long as its {@link
 * Pass} is good; kept hashed. Any thread may call; every call waits for the disk.
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

        /** Made from one ticket, by {@link Pass#ticket}. */
        record MadeFrom(String ticket) implements Revoked {}

        /** Made from any ticket of a party. */
        record PassesOf(PartyId party) implements Revoked {}
    }

    public Tokens(AccountStore store, ServerClock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** A new token; it can never be read again. */
    public String issue(SeatId seat, String name) {
        String token = secrets.next(BITS);
        boolean _ = store.addToken(Secrets.hash(token), new Account(seat, name), clock.now());
        return token;
    }

    /** The same for who came with a ticket; empty when that was revoked meanwhile. */
    Optional<String> issue(SeatId seat, String name, Pass pass) {
        String token = secrets.next(BITS);
        Account account = new Account(seat, name, Optional.of(pass));
        return store.addToken(Secrets.hash(token), account, clock.now())
                ? Optional.of(token)
                : Optional.empty();
    }

    public Optional<Account> find(String token) {
        return token.length() > LONGEST ? Optional.empty() : byKey(Secrets.hash(token));
    }

    /** By its {@link #key}; empty when the token speaks for nobody any more. */
    public Optional<Account> byKey(String key) {
        return store.findToken(key).filter(this::isGood);
    }

    private boolean isGood(Account account) {
        return account.pass().map(pass -> clock.now().isBefore(pass.until())).orElse(true);
    }

    /** Under which names a seat is known by tokens of its own. */
    public Set<String> namesOf(SeatId seat) {
        return store.namesOf(seat);
    }

    /** Who came to the party with a ticket for guests and may still speak, first come first. */
    public List<Account> guestsOf(PartyId party) {
        return store.guestsOf(party).stream().filter(this::isGood).toList();
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

    /** Told to {@link #watch watchers}; the tokens are gone already. */
    void tell(Revoked revoked) {
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
}
