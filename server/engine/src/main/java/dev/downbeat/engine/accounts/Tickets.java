package dev.downbeat.engine.accounts;

import dev.downbeat.engine.ServerClock;
import dev.downbeat.party.PartyId;

import java.time.Duration;
import java.util.Optional;

/**
 * The one kind of ticket by which people and programs join a party: 256 random bits, kept hashed,
 * with a role, a number of uses and an end. Any thread may call; every call waits for the disk.
 */
public final class Tickets {
    public static final int MOST_USES = 1_000_000;
    public static final Duration LONGEST_LIFE = Duration.ofDays(366);

    private static final int BITS = 256;
    private static final int LONGEST = 128;

    private final Secrets secrets = new Secrets();
    private final AccountStore store;
    private final ServerClock clock;

    public Tickets(AccountStore store, ServerClock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * A new ticket; it can never be read again. Clears away expired ones.
     *
     * @param uses 1 to {@link #MOST_USES}
     * @param life more than zero, at most {@link #LONGEST_LIFE}
     */
    public String issue(PartyId party, Ticket.Role role, int uses, Duration life) {
        if (uses < 1 || uses > MOST_USES) {
            throw new IllegalArgumentException("A ticket has 1 to " + MOST_USES + " uses");
        }
        if (!life.isPositive() || life.compareTo(LONGEST_LIFE) > 0) {
            throw new IllegalArgumentException("A ticket lives 1 ns to " + LONGEST_LIFE);
        }
        store.removeTicketsExpiredBy(clock.now());
        String secret = secrets.next(BITS);
        store.addTicket(
                Secrets.hash(secret), new Ticket(party, role, uses, clock.now().plus(life)));
        return secret;
    }

    /** What the ticket is good for, without using it. */
    public Optional<Ticket> find(String secret) {
        return secret.length() > LONGEST
                ? Optional.empty()
                : store.findTicket(Secrets.hash(secret), clock.now());
    }

    /** Takes one use; of two people with a ticket's last use, one gets it. */
    public Optional<Ticket> redeem(String secret) {
        return secret.length() > LONGEST
                ? Optional.empty()
                : store.useTicket(Secrets.hash(secret), clock.now());
    }

    /** False when there was no such ticket. */
    public boolean revoke(String secret) {
        return secret.length() <= LONGEST && store.removeTicket(Secrets.hash(secret));
    }

    /** How many there were. */
    public int revokeAll(PartyId party) {
        return store.removeTickets(party);
    }
}
