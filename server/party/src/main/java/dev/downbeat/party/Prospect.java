package dev.downbeat.party;

/**
 * What would come of an act just now, so that nobody is offered one that only answers no.
 *
 * @param resumes whether a resume leads to a sound
 * @param skips whether a skip leads to another track, or out of this one
 * @param goesBack whether there was a track before that can be turned back to
 * @param queueLeads whether the queue, not the host's player, says what comes next
 * @param queueWaits whether it is silent and a resume starts the queue
 * @param playerPlaysOn whether the host's player plays while a person's pause holds
 */
public record Prospect(
        boolean resumes,
        boolean skips,
        boolean goesBack,
        boolean queueLeads,
        boolean queueWaits,
        boolean playerPlaysOn) {
    static Prospect of(PartyState state) {
        boolean isSilent = Timelines.isSilent(state.sound().timeline());
        return new Prospect(
                isSilent ? startsOutOfSilence(state) : isPaused(state),
                !isSilent || turnsOutOfSilence(state),
                goesBack(state, isSilent),
                state.queueLeads(),
                isSilent && queueStarts(state) && !playerHoldsATrack(state),
                PlaysOn.in(state));
    }

    private static boolean isPaused(PartyState state) {
        return state.sound().timeline() instanceof Timeline.Paused;
    }

    private static boolean startsOutOfSilence(PartyState state) {
        return queueStarts(state) || playerHoldsATrack(state);
    }

    private static boolean queueStarts(PartyState state) {
        return hasQueue(state)
                && (state.queueLeads() || !(state.hostSeat().lead() instanceof Lead.Asked));
    }

    private static boolean turnsOutOfSilence(PartyState state) {
        return state.playerLeads()
                ? !(state.hostSeat().lead() instanceof Lead.Nothing)
                : state.queueLeads() && hasQueue(state);
    }

    /** A player that shows nothing in silence cannot be told to go back either. */
    private static boolean goesBack(PartyState state, boolean isSilent) {
        boolean isRefused =
                isSilent && state.playerLeads() && state.hostSeat().lead() instanceof Lead.Nothing;
        return !state.sound().played().isEmpty() && !isRefused;
    }

    private static boolean hasQueue(PartyState state) {
        return !state.waiting().items().isEmpty();
    }

    /** A player that has stopped for good leads to nothing. */
    private static boolean playerHoldsATrack(PartyState state) {
        return state.playerLeads() && state.hostSeat().lead() instanceof Lead.Matched;
    }
}
