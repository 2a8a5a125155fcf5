package dev.downbeat.party;

/** Whether the host's player plays while a person's pause holds: only a resume is heard then. */
final class PlaysOn {
    private PlaysOn() {}

    /** After a report; what the player was told just now it may still have to do. */
    static void look(Draft draft) {
        PartyState.HostSeat seat = draft.state().hostSeat();
        if (draft.now().isBefore(seat.mutedUntil())) {
            return;
        }
        boolean playsOn = isHeld(draft.state()) && Following.plays(seat.readings().last());
        if (playsOn != seat.playsOn()) {
            draft.record(new PartyEvent.PlayedOn(playsOn));
        }
    }

    static boolean in(PartyState state) {
        return state.hostSeat().playsOn() && isHeld(state);
    }

    private static boolean isHeld(PartyState state) {
        return state.playerLeads()
                && state.sound().timeline() instanceof Timeline.Paused paused
                && paused.by() instanceof PausedBy.Person;
    }
}
