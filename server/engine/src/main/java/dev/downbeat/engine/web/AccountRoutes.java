package dev.downbeat.engine.web;

import dev.downbeat.engine.PlainText;
import dev.downbeat.engine.accounts.Pairing;
import dev.downbeat.engine.accounts.Ticket;
import dev.downbeat.engine.parties.PartyHost;
import dev.downbeat.engine.web.sync.GuestSeat;
import dev.downbeat.engine.web.sync.WireViews;
import dev.downbeat.party.PartyView;
import dev.downbeat.party.SeatId;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How people and programs get a token: by a pairing code, by a ticket. */
final class AccountRoutes {
    private final WebParts parts;
    private final Guesses guesses;

    record PairingCode(@Asked(needed = true, longest = 100) String code) {
        PairingCode {
            code = Texts.orEmpty(code);
        }
    }

    record Paired(String token, String seat, String account) {}

    /**
     * @param expiresInSeconds at most 30 days
     */
    record NewTicket(
            @Asked(words = {"guest", "host"}) String role,
            @Asked(needed = true, least = 1, most = 1_000) int uses,
            @Asked(needed = true, least = 1, most = 30L * 24 * 60 * 60) long expiresInSeconds) {
        NewTicket {
            role = Texts.orEmpty(role);
        }
    }

    /**
     * @param expiresAt server time, ms
     */
    record IssuedTicket(String ticket, String role, int uses, double expiresAt) {}

    record TicketSecret(
            @Asked(needed = true, longest = 200) String ticket, @Asked(longest = 32) String name) {
        TicketSecret {
            ticket = Texts.orEmpty(ticket);
            name = Texts.orEmpty(name);
        }
    }

    /**
     * @param expiresAt when the token ends at the latest, in server time, ms
     */
    record Joined(String token, String seat, String account, String party, double expiresAt) {}

    record Revoked(int count) {}

    AccountRoutes(WebParts parts, Guesses guesses) {
        this.parts = parts;
        this.guesses = guesses;
    }

    List<Route> routes() {
        return List.of(
                Route.of(
                                "POST",
                                "/api/pair",
                                "Change a pairing code into a token",
                                Route.Access.GUESS,
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
                                "Issue a ticket; the host in person only",
                                Route.Access.SEAT,
                                this::issue)
                        .taking(NewTicket.class)
                        .giving(IssuedTicket.class)
                        .failing(Fault.NO_PARTY, Fault.FORBIDDEN),
                Route.of(
                                "DELETE",
                                "/api/parties/{party}/tickets",
                                "Revoke every ticket of the party, and every token made from"
                                        + " one",
                                Route.Access.SEAT,
                                this::revokeAll)
                        .giving(Revoked.class)
                        .failing(Fault.NO_PARTY, Fault.FORBIDDEN),
                Route.of(
                                "POST",
                                "/api/tickets/redeem",
                                "Change a ticket into a seat and its token, good for this party"
                                        + " only; it ends with the ticket (revoked, or expires_at)"
                                        + " or the party, whichever is first",
                                Route.Access.GUESS,
                                this::redeem)
                        .taking(TicketSecret.class)
                        .giving(Joined.class)
                        .failing(Fault.UNKNOWN_CODE, Fault.NAME_TAKEN),
                Route.of(
                                "POST",
                                "/api/tickets/revoke",
                                "Revoke one ticket of your party, used up or not, and every token"
                                        + " made from it",
                                Route.Access.SEAT,
                                this::revoke)
                        .taking(TicketSecret.class)
                        .giving(Revoked.class)
                        .failing(Fault.UNKNOWN_CODE, Fault.FORBIDDEN));
    }

    private Paired pair(Call call) throws Exception {
        PairingCode code = call.body(PairingCode.class);
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
        PartyHost party = PartyRoutes.hosted(parts.parties(), call);
        NewTicket asked = call.body(NewTicket.class);
        Duration life = Duration.ofSeconds(asked.expiresInSeconds());
        Ticket.Role role = role(asked.role());
        String secret = parts.tickets().issue(party.id(), role, asked.uses(), life);
        Instant end = parts.clock().now().plus(life);
        return new IssuedTicket(secret, word(role), asked.uses(), WireViews.millis(end));
    }

    private static Ticket.Role role(String word) {
        return word.equals("host") ? Ticket.Role.HOST : Ticket.Role.GUEST;
    }

    private static String word(Ticket.Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    private Joined redeem(Call call) throws Exception {
        TicketSecret asked = call.body(TicketSecret.class);
        String name = name(asked.name());
        Ticket ticket = known(parts.tickets().find(asked.ticket()));
        PartyHost party = known(parts.parties().find(ticket.party()));
        boolean isGuest = ticket.role() == Ticket.Role.GUEST;
        if (isGuest && isHosts(name, party)) {
            throw WebFault.of(Fault.NAME_TAKEN);
        }
        Ticket used = known(parts.tickets().redeem(asked.ticket()));
        SeatId seat = isGuest ? GuestSeat.at(party.id()) : party.view().host();
        String token = known(parts.tickets().admit(asked.ticket(), used, seat, name));
        return new Joined(
                token, seat.value(), name, party.id().value(), WireViews.millis(used.expiresAt()));
    }

    private static <T> T known(Optional<T> found) {
        return found.orElseThrow(() -> WebFault.of(Fault.UNKNOWN_CODE));
    }

    private static String name(String asked) {
        String name = PlainText.of(asked).strip();
        return name.isEmpty() ? "Guest" : name;
    }

    /** Nobody but the host may be taken for the host. */
    private boolean isHosts(String name, PartyHost party) {
        PartyView view = party.view();
        return PlainText.isSameName(name, view.name())
                || parts.tokens().namesOf(view.host()).stream()
                        .anyMatch(hosts -> PlainText.isSameName(name, hosts));
    }

    private Revoked revoke(Call call) throws Exception {
        TicketSecret asked = call.body(TicketSecret.class);
        guesses.count(call.address());
        if (call.account().pass().isPresent()) {
            throw WebFault.of(Fault.FORBIDDEN);
        }
        boolean own =
                parts.tickets()
                        .partyOf(asked.ticket())
                        .flatMap(parts.parties()::find)
                        .filter(party -> party.view().host().equals(call.seat()))
                        .isPresent();
        if (!own) {
            throw WebFault.of(Fault.UNKNOWN_CODE);
        }
        return new Revoked(parts.tickets().revoke(asked.ticket()) ? 1 : 0);
    }

    private Revoked revokeAll(Call call) {
        PartyHost party = PartyRoutes.hosted(parts.parties(), call);
        return new Revoked(parts.tickets().revokeAll(party.id()));
    }
}
