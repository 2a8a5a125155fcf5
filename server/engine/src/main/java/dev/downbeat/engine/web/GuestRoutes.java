package dev.downbeat.engine.web;

import dev.downbeat.engine.accounts.Account;
import dev.downbeat.engine.accounts.Pass;
import dev.downbeat.engine.parties.PartyHost;
import dev.downbeat.engine.web.sync.GuestSeat;
import dev.downbeat.engine.web.sync.WireViews;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Who came to a party with a ticket for guests, for its host. */
final class GuestRoutes {
    private final WebParts parts;

    /**
     * @param guest names the guest within the party: the last part of the seat
     * @param expiresAt when the guest's token ends at the latest, in server time, ms
     */
    record Guest(String guest, String seat, String name, double expiresAt) {}

    record Guests(List<Guest> guests) {}

    GuestRoutes(WebParts parts) {
        this.parts = parts;
    }

    List<Route> routes() {
        return List.of(
                Route.of(
                                "GET",
                                "/api/parties/{party}/guests",
                                "Who came with a ticket for guests; the host in person only",
                                Route.Access.SEAT,
                                this::guests)
                        .giving(Guests.class)
                        .failing(Fault.NO_PARTY, Fault.FORBIDDEN),
                Route.of(
                                "DELETE",
                                "/api/parties/{party}/guests/{guest}",
                                "Remove one guest: ends the guest's token and sockets. A ticket"
                                        + " with uses left lets in again: revoke it too",
                                Route.Access.SEAT,
                                this::remove)
                        .failing(Fault.NO_PARTY, Fault.FORBIDDEN, Fault.NO_GUEST));
    }

    private Guests guests(Call call) {
        PartyHost party = PartyRoutes.hosted(parts.parties(), call);
        return new Guests(
                parts.tokens().guestsOf(party.id()).stream().map(GuestRoutes::guest).toList());
    }

    private static Guest guest(Account account) {
        double end = account.pass().map(Pass::until).map(WireViews::millis).orElse(0.0);
        String guest = GuestSeat.guest(account.seat());
        return new Guest(guest, account.seat().value(), account.name(), end);
    }

    private @Nullable Object remove(Call call) {
        PartyHost party = PartyRoutes.hosted(parts.parties(), call);
        if (parts.tokens().revokeAll(GuestSeat.at(party.id(), call.path("guest"))) == 0) {
            throw WebFault.of(Fault.NO_GUEST);
        }
        return null;
    }
}
