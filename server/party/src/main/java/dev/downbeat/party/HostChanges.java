package dev.downbeat.party;

import java.time.Instant;

/** What events make of the host's seat. */
final class HostChanges {
    private HostChanges() {}

    static PartyState appeared(PartyState state, PartyEvent.HostAppeared appeared) {
        PartyState.HostSeat seat = state.hostSeat();
        Readings fresh =
                seat.readings()
                        .restarted(appeared.listenFrom().plus(Following.UNSTEADY))
                        .heard(appeared.at());
        return state.with(
                new PartyState.HostSeat(
                        HostLink.PRESENT,
                        false,
                        seat.lead(),
                        new Expectation.None(),
                        Readings.NEVER,
                        appeared.listenFrom(),
                        fresh,
                        seat.playsOn()));
    }

    static PartyState linked(PartyState state, HostLink link, boolean away) {
        PartyState.HostSeat seat = state.hostSeat();
        return state.with(
                new PartyState.HostSeat(
                        link,
                        away,
                        seat.lead(),
                        seat.expectation(),
                        seat.commandedAt(),
                        seat.mutedUntil(),
                        seat.readings().restarted(Readings.NEVER),
                        seat.playsOn()));
    }

    static PartyState led(PartyState state, Lead lead) {
        PartyState.HostSeat seat = state.hostSeat();
        PartyState led =
                state.with(
                        new PartyState.HostSeat(
                                seat.link(),
                                seat.away(),
                                lead,
                                seat.expectation(),
                                seat.commandedAt(),
                                seat.mutedUntil(),
                                seat.readings(),
                                seat.playsOn()));
        return lead instanceof Lead.Nothing ? QuestionList.showing(led, new Search.Idle()) : led;
    }

    static PartyState leadFailed(PartyState state, PartyEvent.LeadFailed failed) {
        return QuestionList.showing(
                led(state, new Lead.Missing(failed.what())),
                new Search.Failed(failed.what(), failed.problem(), failed.detail()));
    }

    static PartyState commanded(PartyState state, PartyEvent.Commanded commanded) {
        return expecting(state, commanded.expects(), commanded.at(), commanded.until());
    }

    static PartyState agreed(PartyState state) {
        return expecting(
                state, new Expectation.None(), state.hostSeat().commandedAt(), Readings.NEVER);
    }

    private static PartyState expecting(
            PartyState state, Expectation expectation, Instant at, Instant until) {
        PartyState.HostSeat seat = state.hostSeat();
        return state.with(
                new PartyState.HostSeat(
                        seat.link(),
                        seat.away(),
                        seat.lead(),
                        expectation,
                        at,
                        until,
                        seat.readings(),
                        seat.playsOn()));
    }

    static PartyState read(PartyState state, Readings readings) {
        PartyState.HostSeat seat = state.hostSeat();
        return state.with(
                new PartyState.HostSeat(
                        seat.link(),
                        seat.away(),
                        seat.lead(),
                        seat.expectation(),
                        seat.commandedAt(),
                        seat.mutedUntil(),
                        readings,
                        seat.playsOn()));
    }

    static PartyState playedOn(PartyState state, boolean playsOn) {
        PartyState.HostSeat seat = state.hostSeat();
        return state.with(
                new PartyState.HostSeat(
                        seat.link(),
                        seat.away(),
                        seat.lead(),
                        seat.expectation(),
                        seat.commandedAt(),
                        seat.mutedUntil(),
                        seat.readings(),
                        playsOn));
    }
}
