package dev.downbeat.engine.accounts;

import dev.downbeat.party.PartyId;
import dev.downbeat.party.SeatId;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where tokens and tickets are kept, under the hash of their secret only. Any thread may call;
 * every change is durable when the call returns.
 */
public interface AccountStore {
    /**
     * False, and nothing added, when the ticket of the account's pass is there no more: whoever
     * revokes a ticket meets every token made from it.
     */
    boolean addToken(String hash, Account account, Instant at);

    /** Also when it has expired; whoever asks looks at its pass. */
    Optional<Account> findToken(String hash);

    boolean removeToken(String hash);

    int removeTokens(SeatId seat);

    /** Under which names a seat is known by tokens of its own, without a pass. */
    Set<String> namesOf(SeatId seat);

    /** The guests with a token, in the order of their coming. */
    List<Account> guestsOf(PartyId party);

    void addTicket(String hash, Ticket ticket);

    /** Valid at {@code now} with a use left. */
    Optional<Ticket> findTicket(String hash, Instant now);

    /** Takes one use, atomically; the answer says what is left after it. */
    Optional<Ticket> useTicket(String hash, Instant now);

    /** Which party a ticket is for, also when it is used up or has expired. */
    Optional<PartyId> partyOfTicket(String hash);

    /** With every token made from it. */
    boolean removeTicket(String hash);

    /** With every token made from them; how many tickets there were. */
    int removeTickets(PartyId party);

    /** With every token that expired; how many tickets there were. */
    int removeTicketsExpiredBy(Instant now);
}
