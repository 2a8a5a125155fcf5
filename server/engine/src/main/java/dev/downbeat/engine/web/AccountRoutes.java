package dev.downbeat.engine.web;

import dev.downbeat.engine.accounts.Pairing;
import dev.downbeat.engine.accounts.Ticket;
import dev.downbeat.engine.parties.PartyHost;
import dev.downbeat.engine.web.sync.GuestSeat;
import dev.downbeat.engine.web.sync.WireViews;
import dev.downbeat.party.SeatId;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** How people and programs get a token: by a pairing code, by a ticket. */
final class AccountRoutes {
    private static final int LONGEST_NAME = 32;
    private static final int MOST_USES = 1_000;
    private static final Duration LONGEST_LIFE = Duration.ofDays(30);

    private final WebParts parts;
    private final Guesses guesses;

    record PairingCode(String code) {
        PairingCode {
            code = Texts.orEmpty(code);
        }
    }

    record Paired(String token, String seat, String account) {}

    /**
     * @param role {@code guest} or {@code host}
     */
    record NewTicket(String role, int uses, long expiresInSeconds) {
        NewTicket {
            role = Texts.orEmpty(role);
        }
    }

    /**
     * @param expiresAt server time, ms
     */
    record IssuedTicket(String ticket, String role, int uses, double expiresAt) {}

    record TicketSecret(String ticket, String name) {
        TicketSecret {
            ticket = Texts.orEmpty(ticket);
            name = Texts.orEmpty(name);
        }
    }

    record Joined(String token, String seat, String account, String party) {}

    record Revoked(int count) {}

    AccountRoutes(WebParts parts) {
        this.parts = parts;
        this.guesses = new Guesses(parts.clock()::nanos);
    }

    List<Route> routes() {
        return List.of(
                Route.of(
                                "POST",
                                "/api/pair",
                                "Change a pairing code into a token",
                                Route.Access.OPEN,
                                this::pair)
                        .taking(PairingCode.class)
                        .giving(Paired.class)
                        .failing(Fault.UNKNOWN_CODE),
                Route.of(
                        "DELETE",
                        "/api/token",
                        "Give the token back",
                        Route.Access.SEAT,
                        this::leave),
                Route.of(
                                "POST",
                                "/api/parties/{party}/tickets",
                                "Issue a ticket",
                                Route.Access.SEAT,
                                this::issue)
                        .taking(NewTicket.class)
                        .giving(IssuedTicket.class)
                        .failing(Fault.NO_PARTY, Fault.FORBIDDEN),
                Route.of(
                                "DELETE",
                                "/api/parties/{party}/tickets",
                                "Revoke every ticket of the party",
                                Route.Access.SEAT,
                                this::revokeAll)
                        .giving(Revoked.class)
                        .failing(Fault.NO_PARTY, Fault.FORBIDDEN),
                Route.of(
                                "POST",
                                "/api/tickets/redeem",
                                "Change a ticket into a seat and its token",
                                Route.Access.OPEN,
                                this::redeem)
                        .taking(TicketSecret.class)
                        .giving(Joined.class)
                        .failing(Fault.UNKNOWN_CODE),
                Route.of(
                                "POST",
                                "/api/tickets/revoke",
                                "Revoke one ticket of your party",
                                Route.Access.SEAT,
                                this::revoke)
                        .taking(TicketSecret.class)
                        .giving(Revoked.class)
                        .failing(Fault.UNKNOWN_CODE));
    }

    private Paired pair(Call call) throws Exception {
        PairingCode code = call.body(PairingCode.class);
        guesses.count(call);
        Pairing.Paired paired =
                parts.pairing()
                        .redeem(code.code())
                        .orElseThrow(() -> WebFault.of(Fault.UNKNOWN_CODE));
        return new Paired(paired.token(), paired.seat().value(), paired.name());
    }

    private @Nullable Object leave(Call call) {
        String token = call.header("Authorization").orElse("").replaceFirst("(?i)^Bearer +", "");
        if (!parts.tokens().revoke(token)) {
            throw WebFault.of(Fault.UNAUTHORIZED);
        }
        return null;
    }

    private IssuedTicket issue(Call call) throws Exception {
        PartyHost party = hosted(call);
        NewTicket asked = call.body(NewTicket.class);
        Duration life = Duration.ofSeconds(Math.max(0, asked.expiresInSeconds()));
        boolean possible =
                asked.uses() >= 1
                        && asked.uses() <= MOST_USES
                        && life.isPositive()
                        && life.compareTo(LONGEST_LIFE) <= 0;
        if (!possible) {
            throw WebFault.of(
                    Fault.BAD_REQUEST, "uses is 1 to 1000, expires_in_seconds 1 to 30 days.");
        }
        Ticket.Role role = role(asked.role());
        String secret = parts.tickets().issue(party.id(), role, asked.uses(), life);
        Instant end = parts.clock().now().plus(life);
        return new IssuedTicket(secret, word(role), asked.uses(), WireViews.millis(end));
    }

    private PartyHost hosted(Call call) {
        PartyHost party = PartyRoutes.visible(parts.parties(), call);
        if (!party.view().host().equals(call.seat())) {
            throw WebFault.of(Fault.FORBIDDEN);
        }
        return party;
    }

    private static Ticket.Role role(String word) {
        return switch (word) {
            case "guest", "" -> Ticket.Role.GUEST;
            case "host" -> Ticket.Role.HOST;
            default -> throw WebFault.of(Fault.BAD_REQUEST, "role is guest or host.");
        };
    }

    private static String word(Ticket.Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    private Joined redeem(Call call) throws Exception {
        TicketSecret asked = call.body(TicketSecret.class);
        guesses.count(call);
        if (asked.name().length() > LONGEST_NAME) {
            throw WebFault.of(
                    Fault.BAD_REQUEST, "A name has at most " + LONGEST_NAME + " characters.");
        }
        PartyHost party =
                parts.tickets()
                        .find(asked.ticket())
                        .flatMap(ticket -> parts.parties().find(ticket.party()))
                        .orElseThrow(() -> WebFault.of(Fault.UNKNOWN_CODE));
        Ticket ticket =
                parts.tickets()
                        .redeem(asked.ticket())
                        .orElseThrow(() -> WebFault.of(Fault.UNKNOWN_CODE));
        SeatId seat =
                switch (ticket.role()) {
                    case HOST -> party.view().host();
                    case GUEST -> GuestSeat.at(party.id());
                };
        String name = asked.name().isBlank() ? "Guest" : asked.name().strip();
        String token = parts.tokens().issue(seat, name);
        return new Joined(token, seat.value(), name, party.id().value());
    }

    private Revoked revoke(Call call) throws Exception {
        TicketSecret asked = call.body(TicketSecret.class);
        guesses.count(call);
        boolean own =
                parts.tickets()
                        .find(asked.ticket())
                        .flatMap(ticket -> parts.parties().find(ticket.party()))
                        .filter(party -> party.view().host().equals(call.seat()))
                        .isPresent();
        if (!own) {
            throw WebFault.of(Fault.UNKNOWN_CODE);
        }
        return new Revoked(parts.tickets().revoke(asked.ticket()) ? 1 : 0);
    }

    private Revoked revokeAll(Call call) {
        return new Revoked(parts.tickets().revokeAll(hosted(call).id()));
    }
}
