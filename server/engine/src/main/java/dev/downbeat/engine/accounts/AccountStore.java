package dev.downbeat.engine.accounts;

import dev.downbeat.party.PartyId;
import dev.downbeat.party.SeatId;

import java.time.Instant;
import java.util.Optional;

/**
 * Where tokens and tickets are kept, under the hash of their secret only. Any thread may call;
 * every change is durable when the call returns.
 */
public interface AccountStore {
    void addToken(String hash, Account account, Instant at);

    Optional<Account> findToken(String hash);

    boolean removeToken(String hash);

    int removeTokens(SeatId seat);

    void addTicket(String hash, Ticket ticket);

    /** Valid at {@code now} with a use left. */
    Optional<Ticket> findTicket(String hash, Instant now);

    /** Takes one use, atomically; the answer says what is left after it. */
    Optional<Ticket> useTicket(String hash, Instant now);

    boolean removeTicket(String hash);

    int removeTickets(PartyId party);

    int removeTicketsExpiredBy(Instant now);
}
