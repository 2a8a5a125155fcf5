package dev.downbeat.engine.store;

import dev.downbeat.engine.ServerClock;
import dev.downbeat.engine.parties.EventLog;
import dev.downbeat.party.PartyEvent;
import dev.downbeat.party.PartyId;
import dev.downbeat.party.SeatId;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The parties' events in SQL; a party's numbers are its primary key, so none is written twice. */
final class SqlEventLog implements EventLog {
    private final EventJson json = new EventJson();
    private final Database database;
    private final ServerClock clock;

    SqlEventLog(Database database, ServerClock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void begin(PartyId party, SeatId host, PartyEvent first) {
        String body = json.write(first);
        OffsetDateTime now = now();
        database.write(handle -> {
            handle.execute(
                    "insert into party (id, host, started_at) values (?, ?, ?)",
                    party.value(),
                    host.value(),
                    now);
            return insert(handle, party, 0, List.of(body));
        });
    }

    @Override
    public void append(PartyId party, long first, List<PartyEvent> events) {
        List<String> bodies = events.stream().map(json::write).toList();
        database.write(handle -> insert(handle, party, first, bodies));
    }

    @Override
    public void snapshot(PartyId party, long next, List<PartyEvent> whole) {
        List<String> bodies = whole.stream().map(json::write).toList();
        database.write(handle -> {
            handle.execute("delete from party_snapshot where party = ?", party.value());
            PreparedBatch batch =
                    handle.prepareBatch(
                            "insert into party_snapshot (party, place, next_number, body)"
                                    + " values (?, ?, ?, ?)");
            for (int place = 0; place < bodies.size(); place++) {
                batch.add(party.value(), place, next, bodies.get(place));
            }
            return batch.execute().length;
        });
    }

    @Override
    public History load(PartyId party) {
        return database.read(handle -> load(handle, party));
    }

    @Override
    public Set<PartyId> running() {
        return database.read(handle ->
                handle
                        .createQuery("select id from party where over_at is null")
                        .mapTo(String.class)
                        .stream()
                        .map(PartyId::new)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    @Override
    public void over(PartyId party) {
        OffsetDateTime now = now();
        database.write(handle ->
                handle.execute(
                        "update party set over_at = ? where id = ? and over_at is null",
                        now,
                        party.value()));
    }

    private static int insert(Handle handle, PartyId party, long first, List<String> bodies) {
        PreparedBatch batch =
                handle.prepareBatch(
                        "insert into party_event (party, number, body) values (?, ?, ?)");
        for (int i = 0; i < bodies.size(); i++) {
            batch.add(party.value(), first + i, bodies.get(i));
        }
        return batch.execute().length;
    }

    private History load(Handle handle, PartyId party) {
        List<PartyEvent> events = new ArrayList<>();
        long next = 0;
        for (Numbered part :
                numbered(
                        handle,
                        "select next_number as number, body from party_snapshot where party = ?"
                                + " order by place",
                        party.value())) {
            events.add(json.read(part.body()));
            next = part.number();
        }
        for (Numbered event :
                numbered(
                        handle,
                        "select number, body from party_event where party = ? and number >= ?"
                                + " order by number",
                        party.value(),
                        next)) {
            if (event.number() != next++) {
                throw new IllegalStateException("Event " + (next - 1) + " is missing in the log");
            }
            events.add(json.read(event.body()));
        }
        return new History(events, next);
    }

    private static List<Numbered> numbered(Handle handle, String sql, Object... arguments) {
        return handle.select(sql, arguments)
                .map((row, _) -> new Numbered(row.getLong("number"), row.getString("body")))
                .list();
    }

    private OffsetDateTime now() {
        return clock.now().atOffset(ZoneOffset.UTC);
    }

    private record Numbered(long number, String body) {}
}
