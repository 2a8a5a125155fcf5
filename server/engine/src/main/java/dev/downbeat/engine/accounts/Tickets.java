package dev.downbeat.engine.accounts;

import dev.downbeat.engine.ServerClock;
import dev.downbeat.party.PartyId;
import dev.downbeat.party.SeatId;

import java.time.Duration;
import java.util.Optional;

/**
 * The one kind of ticket by which people and programs join a party: 256 random bits, kept hashed,
 * with a role, a number of uses and an end. A token made from a ticket ends with it. Any thread may
 * call; every call waits for the disk.
 */
public final class Tickets {
    public static final int MOST_USES = 1_000_000;
    public static final Duration LONGEST_LIFE = Duration.ofDays(366);

    private static final int BITS = 256;
    private static final int LONGEST = 128;

    private final Secrets secrets = new Secrets();
    private final AccountStore store;
    private final Tokens tokens;
    private final ServerClock clock;

    /**
     * @param tokens what tickets are changed into; it tells its watchers when they are revoked
     */
    public Tickets(AccountStore store, Tokens tokens, ServerClock clock) {
        this.store = store;
        this.tokens = tokens;
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

    /**
     * A token for who {@linkplain #redeem redeemed} the ticket, tied to it; empty when it was
     * revoked meanwhile.
     */
    public Optional<String> admit(String secret, Ticket ticket, SeatId seat, String name) {
        Pass pass =
                new Pass(Secrets.hash(secret), ticket.party(), ticket.role(), ticket.expiresAt());
        return tokens.issue(seat, name, pass);
    }

    /** Which party a ticket is for, also when it is used up: it can still be revoked. */
    public Optional<PartyId> partyOf(String secret) {
        return secret.length() > LONGEST
                ? Optional.empty()
                : store.partyOfTicket(Secrets.hash(secret));
    }

    /** Ends every token made from it too. False when there was no such ticket. */
    public boolean revoke(String secret) {
        if (secret.length() > LONGEST || !store.removeTicket(Secrets.hash(secret))) {
            return false;
        }
        tokens.tell(new Tokens.Revoked.MadeFrom(Secrets.hash(secret)));
        return true;
    }

    /** Ends every token made from them too. How many tickets there were. */
    public int revokeAll(PartyId party) {
        int count = store.removeTickets(party);
        tokens.tell(new Tokens.Revoked.PassesOf(party));
        return count;
    }

    /** The party is over: its tickets and their tokens go. Whoever knows it tells the people. */
    public void forget(PartyId party) {
        int _ = store.removeTickets(party);
    }
}
