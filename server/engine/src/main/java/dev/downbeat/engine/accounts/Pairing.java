package dev.downbeat.engine.accounts;

import dev.downbeat.party.SeatId;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Short codes that a person carries from Discord to the companion: 8 characters without look-alikes
 * (39 bits), good once, for 5 minutes, one per seat. They live in memory only. Whoever calls limits
 * the attempts. Any thread may call.
 */
public final class Pairing {
    public static final Duration LIFE = Duration.ofMinutes(5);

    /** When as many are open, the oldest goes. */
    public static final int MOST_OPEN = 4096;

    static final int LENGTH = 8;
    static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int LONGEST = 32;

    private final Map<String, Open> openByHash = new LinkedHashMap<>();
    private final Secrets secrets = new Secrets();
    private final Tokens tokens;
    private final LongSupplier nanos;

    private record Open(Account account, long untilNanos) {}

    /**
     * @param token what the companion keeps
     */
    public record Paired(SeatId seat, String name, String token) {}

    /**
     * @param nanos the node's server clock
     */
    public Pairing(Tokens tokens, LongSupplier nanos) {
        this.tokens = tokens;
        this.nanos = nanos;
    }

    /** A new code for the seat; an older one of the same seat is void. */
    public synchronized String issue(SeatId seat, String name) {
        long now = nanos.getAsLong();
        openByHash.values().removeIf(open -> open.account.seat().equals(seat) || over(open, now));
        makeRoom();
        String code = secrets.next(ALPHABET, LENGTH);
        openByHash.put(Secrets.hash(code), new Open(new Account(seat, name), now + LIFE.toNanos()));
        return code;
    }

    /** Uses the code up; upper or lower case, with or without spaces and hyphens. */
    public Optional<Paired> redeem(String code) {
        return take(code)
                .map(who ->
                        new Paired(who.seat(), who.name(), tokens.issue(who.seat(), who.name())));
    }

    private synchronized Optional<Account> take(String code) {
        if (code.length() > LONGEST) {
            return Optional.empty();
        }
        String plain = code.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        return Optional.ofNullable(openByHash.remove(Secrets.hash(plain)))
                .filter(open -> !over(open, nanos.getAsLong()))
                .map(Open::account);
    }

    private void makeRoom() {
        Iterator<Open> oldest = openByHash.values().iterator();
        if (openByHash.size() >= MOST_OPEN) {
            oldest.next();
            oldest.remove();
        }
    }

    private static boolean over(Open open, long now) {
        return now - open.untilNanos >= 0;
    }
}
