package dev.downbeat.engine.web;

import dev.downbeat.engine.PlainText;
import dev.downbeat.engine.parties.Parties;
import dev.downbeat.engine.parties.PartyHost;
import dev.downbeat.engine.web.PartyAnswers.AddToQueue;
import dev.downbeat.engine.web.PartyAnswers.MoveInQueue;
import dev.downbeat.engine.web.PartyAnswers.MyParties;
import dev.downbeat.engine.web.PartyAnswers.PartyCommand;
import dev.downbeat.engine.web.PartyAnswers.PartyState;
import dev.downbeat.engine.web.PartyAnswers.QueuePage;
import dev.downbeat.engine.web.PartyAnswers.StartParty;
import dev.downbeat.engine.web.PartyAnswers.WishDone;
import dev.downbeat.engine.web.sync.AccountParty;
import dev.downbeat.engine.web.sync.WireViews;
import dev.downbeat.engine.web.sync.Wishes;
import dev.downbeat.party.ItemId;
import dev.downbeat.party.Mode;
import dev.downbeat.party.PartyId;
import dev.downbeat.party.PartyView;
import dev.downbeat.party.Wish;
import dev.downbeat.protocol.WireChange;
import dev.downbeat.protocol.WireCommand;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Parties and their queues over REST. */
final class PartyRoutes {
    private static final int MOST_ITEMS = 100;
    private static final Query FROM = Query.number("from", 0, Integer.MAX_VALUE, 0);
    private static final Query COUNT = Query.number("count", 1, MOST_ITEMS, MOST_ITEMS);

    private final WebParts parts;
    private final WishDesk wishes;

    PartyRoutes(WebParts parts) {
        this.parts = parts;
        this.wishes = new WishDesk(parts.companions().wishKeys());
    }

    List<Route> routes() {
        return List.of(
                Route.of("GET", "/api/parties", "Your parties", Route.Access.SEAT, this::mine)
                        .giving(MyParties.class),
                Route.of(
                                "POST",
                                "/api/parties",
                                "Start a party, or get the one that runs: 409 party_runs when that"
                                        + " has another name or mode than asked for",
                                Route.Access.SEAT,
                                this::start)
                        .taking(StartParty.class)
                        .giving(PartyState.class)
                        .failing(Fault.FORBIDDEN, Fault.PARTY_RUNS),
                Route.of(
                                "GET",
                                "/api/parties/{party}",
                                "What a party plays and what waits",
                                Route.Access.SEAT,
                                this::state)
                        .giving(PartyState.class)
                        .failing(Fault.NO_PARTY),
                Route.of(
                                "POST",
                                "/api/parties/{party}/commands",
                                "Drive the party. follow and queue say who leads, end ends it; seek"
                                        + " needs position_ms",
                                Route.Access.SEAT,
                                this::command)
                        .taking(PartyCommand.class)
                        .giving(WishDone.class)
                        .failing(Fault.NO_PARTY, Fault.REFUSED, Fault.BUSY),
                Route.of(
                                "GET",
                                "/api/parties/{party}/queue",
                                "What waits, page by page",
                                Route.Access.SEAT,
                                this::queue)
                        .asking(FROM, COUNT)
                        .giving(QueuePage.class)
                        .failing(Fault.NO_PARTY),
                Route.of(
                                "POST",
                                "/api/parties/{party}/queue",
                                "Put a track at the end of the queue",
                                Route.Access.SEAT,
                                this::add)
                        .taking(AddToQueue.class)
                        .giving(WishDone.class)
                        .failing(Fault.NO_PARTY, Fault.REFUSED, Fault.BUSY),
                Route.of(
                                "PATCH",
                                "/api/parties/{party}/queue/{item}",
                                "Move a track",
                                Route.Access.SEAT,
                                this::move)
                        .taking(MoveInQueue.class)
                        .giving(WishDone.class)
                        .failing(Fault.NO_PARTY, Fault.REFUSED, Fault.BUSY),
                Route.of(
                                "DELETE",
                                "/api/parties/{party}/queue/{item}",
                                "Take a track out",
                                Route.Access.SEAT,
                                this::remove)
                        .giving(WishDone.class)
                        .failing(Fault.NO_PARTY, Fault.REFUSED, Fault.BUSY));
    }

    private MyParties mine(Call call) {
        return new MyParties(
                AccountParty.of(parts.parties(), call.account()).map(this::state).stream()
                        .toList());
    }

    private PartyState start(Call call) throws Exception {
        StartParty asked = call.body(StartParty.class);
        if (call.account().pass().isPresent()) {
            throw WebFault.of(Fault.FORBIDDEN);
        }
        String name = PlainText.of(asked.name()).strip();
        String shown = name.isEmpty() ? call.account().name() : name;
        PartyHost party = parts.parties().start(call.seat(), shown, mode(asked.mode()));
        PartyView view = party.view();
        boolean isAsAsked =
                (name.isEmpty() || view.name().equals(name))
                        && (asked.mode().isEmpty() || view.mode() == mode(asked.mode()));
        if (!isAsAsked) {
            throw WebFault.of(Fault.PARTY_RUNS);
        }
        return state(party);
    }

    private static Mode mode(String word) {
        return word.equals("follow") ? Mode.FOLLOW : Mode.QUEUE;
    }

    private PartyState state(Call call) {
        return state(visible(parts.parties(), call));
    }

    private PartyState state(PartyHost party) {
        Instant now = parts.clock().now();
        PartyView view = party.view();
        return new PartyState(WireViews.state(view, now), WireViews.playlist(view, now));
    }

    /** The party named by the path, for its host and its guests; for all others there is none. */
    static PartyHost visible(Parties parties, Call call) {
        PartyId id = new PartyId(call.path("party"));
        return AccountParty.of(parties, call.account())
                .filter(own -> own.id().equals(id))
                .orElseThrow(() -> WebFault.of(Fault.NO_PARTY));
    }

    /** The same for its host in person: whoever came with a ticket may not, not even a host's. */
    static PartyHost hosted(Parties parties, Call call) {
        PartyHost party = visible(parties, call);
        boolean isHost = party.view().host().equals(call.seat()) && call.account().pass().isEmpty();
        if (!isHost) {
            throw WebFault.of(Fault.FORBIDDEN);
        }
        return party;
    }

    private WishDone command(Call call) throws Exception {
        PartyHost party = visible(parts.parties(), call);
        PartyCommand command = call.body(PartyCommand.class);
        Wish wish =
                switch (command.name()) {
                    case "follow" -> new Wish.SetMode(Mode.FOLLOW);
                    case "queue" -> new Wish.SetMode(Mode.QUEUE);
                    case "end" -> new Wish.End();
                    default ->
                            Wishes.of(new WireCommand(command.name(), position(command)))
                                    .orElseThrow(() -> WebFault.of(Fault.BAD_REQUEST));
                };
        return wishes.ask(call, party, wish);
    }

    private static long position(PartyCommand command) {
        Long position = command.positionMs();
        if (position == null && command.name().equals("seek")) {
            throw WebFault.of(Fault.BAD_REQUEST, "seek needs position_ms, 0 or more.");
        }
        return position == null ? 0 : position;
    }

    private QueuePage queue(Call call) {
        PartyView view = visible(parts.parties(), call).view();
        int from = call.number(FROM);
        int count = call.number(COUNT);
        return new QueuePage(
                view.queue().size(), WireViews.playlist(view, parts.clock().now(), from, count));
    }

    private WishDone add(Call call) throws Exception {
        PartyHost party = visible(parts.parties(), call);
        String query = call.body(AddToQueue.class).query();
        Wish wish =
                Wishes.add(query)
                        .orElseThrow(() ->
                                WebFault.of(Fault.BAD_REQUEST, "query is 1 to 2000 characters."));
        return wishes.ask(call, party, wish);
    }

    private WishDone move(Call call) throws Exception {
        PartyHost party = visible(parts.parties(), call);
        long item = call.pathNumber("item");
        int index = Objects.requireNonNull(call.body(MoveInQueue.class).index(), "index");
        return wishes.ask(call, party, wish(new WireChange("move", "", item, index)));
    }

    private WishDone remove(Call call) throws Exception {
        PartyHost party = visible(parts.parties(), call);
        return wishes.ask(call, party, new Wish.Remove(new ItemId(call.pathNumber("item"))));
    }

    private static Wish wish(WireChange change) {
        return Wishes.of(change).orElseThrow(() -> WebFault.of(Fault.BAD_REQUEST));
    }
}
