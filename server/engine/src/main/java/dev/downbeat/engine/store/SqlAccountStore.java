package dev.downbeat.engine.store;

import dev.downbeat.engine.accounts.Account;
import dev.downbeat.engine.accounts.AccountStore;
import dev.downbeat.engine.accounts.Pass;
import dev.downbeat.engine.accounts.Ticket;
import dev.downbeat.party.PartyId;
import dev.downbeat.party.SeatId;

import org.jdbi.v3.core.Handle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Tokens and tickets in SQL, by the hash of their secret. */
final class SqlAccountStore implements AccountStore {
    private static final String VALID = " from ticket where hash = ? and expires_at > ?";

    private static final String TOKENS =
            "select seat, name, ticket, party, role, expires_at from token";

    private final Database database;

    SqlAccountStore(Database database) {
        this.database = database;
    }

    @Override
    public boolean addToken(String hash, Account account, Instant at) {
        return database.write(handle -> {
            boolean good = account.pass().map(pass -> isThere(handle, pass)).orElse(true);
            if (good) {
                insert(handle, hash, account, at);
            }
            return good;
        });
    }

    private static boolean isThere(Handle handle, Pass pass) {
        return handle.select("select 1 from ticket where hash = ?", pass.ticket())
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    private static void insert(Handle handle, String hash, Account account, Instant at) {
        Optional<Pass> pass = account.pass();
        handle.createUpdate(
                        "insert into token"
                                + " (hash, seat, name, issued_at, ticket, party, role, expires_at)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                .bind(0, hash)
                .bind(1, account.seat().value())
                .bind(2, account.name())
                .bind(3, utc(at))
                .bind(4, pass.map(Pass::ticket).orElse(null))
                .bind(5, pass.map(Pass::party).map(PartyId::value).orElse(null))
                .bind(6, pass.map(Pass::role).map(Enum::name).orElse(null))
                .bind(7, pass.map(Pass::until).map(SqlAccountStore::utc).orElse(null))
                .execute();
    }

    @Override
    public Optional<Account> findToken(String hash) {
        return database.read(handle ->
                handle.select(TOKENS + " where hash = ?", hash)
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
    public Set<String> namesOf(SeatId seat) {
        return database.read(handle ->
                handle.select(
                                "select distinct name from token where seat = ?"
                                        + " and ticket is null",
                                seat.value())
                        .mapTo(String.class)
                        .collect(Collectors.toSet()));
    }

    @Override
    public List<Account> guestsOf(PartyId party) {
        return database.read(handle ->
                handle.select(
                                TOKENS + " where party = ? and role = ? order by issued_at, hash",
                                party.value(),
                                Ticket.Role.GUEST.name())
                        .map((row, _) -> account(row))
                        .list());
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
    public Optional<PartyId> partyOfTicket(String hash) {
        return database.read(handle ->
                handle.select("select party from ticket where hash = ?", hash)
                        .mapTo(String.class)
                        .map(PartyId::new)
                        .findOne());
    }

    @Override
    public boolean removeTicket(String hash) {
        return remove("ticket = ?", "hash = ?", hash) > 0;
    }

    @Override
    public int removeTickets(PartyId party) {
        return remove("party = ?", "party = ?", party.value());
    }

    @Override
    public int removeTicketsExpiredBy(Instant now) {
        return remove("expires_at <= ?", "expires_at <= ?", utc(now));
    }

    /** Tokens and tickets in one commit; how many tickets there were. */
    private int remove(String whichTokens, String whichTickets, Object argument) {
        return database.write(handle -> {
            handle.execute("delete from token where " + whichTokens, argument);
            return handle.execute("delete from ticket where " + whichTickets, argument);
        });
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
        return new Account(
                new SeatId(row.getString("seat")),
                row.getString("name"),
                row.getString("ticket") == null ? Optional.empty() : Optional.of(pass(row)));
    }

    private static Pass pass(ResultSet row) throws SQLException {
        return new Pass(
                row.getString("ticket"),
                new PartyId(row.getString("party")),
                Ticket.Role.valueOf(row.getString("role")),
                instant(row));
    }

    private static Instant instant(ResultSet row) throws SQLException {
        return row.getObject("expires_at", OffsetDateTime.class).toInstant();
    }

    private static Ticket ticket(ResultSet row) throws SQLException {
        return new Ticket(
                new PartyId(row.getString("party")),
                Ticket.Role.valueOf(row.getString("role")),
                row.getInt("uses_left"),
                instant(row));
    }

    private static OffsetDateTime utc(Instant when) {
        return when.atOffset(ZoneOffset.UTC);
    }
}
