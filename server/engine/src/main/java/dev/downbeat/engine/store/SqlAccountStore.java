package dev.downbeat.engine.store;

import dev.downbeat.engine.accounts.Account;
import dev.downbeat.engine.accounts.AccountStore;
import dev.downbeat.engine.accounts.Ticket;
import dev.downbeat.party.PartyId;
import dev.downbeat.party.SeatId;

import org.jdbi.v3.core.Handle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Tokens and tickets in SQL, by the hash of their secret. */
final class SqlAccountStore implements AccountStore {
    private static final String VALID = " from ticket where hash = ? and expires_at > ?";

    private final Database database;

    SqlAccountStore(Database database) {
        this.database = database;
    }

    @Override
    public void addToken(String hash, Account account, Instant at) {
        database.write(handle ->
                handle.execute(
                        "insert into token (hash, seat, name, issued_at)" + " values (?, ?, ?, ?)",
                        hash,
                        account.seat().value(),
                        account.name(),
                        utc(at)));
    }

    @Override
    public Optional<Account> findToken(String hash) {
        return database.read(handle ->
                handle.select("select seat, name from token where hash = ?", hash)
                        .map((row, _) -> account(row))
                        .findOne());
    }

    @Override
    public boolean removeToken(String hash) {
        return change("delete from token where hash = ?", hash) > 0;
    }

    @Override
    public int removeTokens(SeatId seat) {
        return change("delete from token where seat = ?", seat.value());
    }

    @Override
    public void addTicket(String hash, Ticket ticket) {
        database.write(handle ->
                handle.execute(
                        "insert into ticket (hash, party, role, uses_left, expires_at)"
                                + " values (?, ?, ?, ?, ?)",
                        hash,
                        ticket.party().value(),
                        ticket.role().name(),
                        ticket.usesLeft(),
                        utc(ticket.expiresAt())));
    }

    @Override
    public Optional<Ticket> findTicket(String hash, Instant now) {
        return database.read(handle -> ticket(handle, hash, now))
                .filter(ticket -> ticket.usesLeft() > 0);
    }

    @Override
    public Optional<Ticket> useTicket(String hash, Instant now) {
        return database.write(handle -> {
            int taken =
                    handle.execute(
                            "update ticket set uses_left = uses_left - 1"
                                    + " where hash = ? and expires_at > ? and uses_left > 0",
                            hash,
                            utc(now));
            return taken == 0 ? Optional.empty() : ticket(handle, hash, now);
        });
    }

    @Override
    public boolean removeTicket(String hash) {
        return change("delete from ticket where hash = ?", hash) > 0;
    }

    @Override
    public int removeTickets(PartyId party) {
        return change("delete from ticket where party = ?", party.value());
    }

    @Override
    public int removeTicketsExpiredBy(Instant now) {
        return change("delete from ticket where expires_at <= ?", utc(now));
    }

    private int change(String sql, Object argument) {
        return database.write(handle -> handle.execute(sql, argument));
    }

    private static Optional<Ticket> ticket(Handle handle, String hash, Instant now) {
        return handle.select("select party, role, uses_left, expires_at" + VALID, hash, utc(now))
                .map((row, _) -> ticket(row))
                .findOne();
    }

    private static Account account(ResultSet row) throws SQLException {
        return new Account(new SeatId(row.getString("seat")), row.getString("name"));
    }

    private static Ticket ticket(ResultSet row) throws SQLException {
        return new Ticket(
                new PartyId(row.getString("party")),
                Ticket.Role.valueOf(row.getString("role")),
                row.getInt("uses_left"),
                row.getObject("expires_at", OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime utc(Instant when) {
        return when.atOffset(ZoneOffset.UTC);
    }
}
