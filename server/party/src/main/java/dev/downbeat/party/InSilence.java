package dev.downbeat.party;

/** What an answer has to say of the silence in which somebody asked. */
final class InSilence {
    private InSilence() {}

    /**
     * @param before the party when it was asked
     */
    static Outcome told(PartyState before, Outcome outcome) {
        if (!Timelines.isSilent(before.sound().timeline())) {
            return outcome;
        }
        return switch (outcome) {
            case Outcome.Refused(var note) -> queueWaits(before, note) ? waits(before) : outcome;
            case Outcome.Done(var note) ->
                    isTurn(note) && before.playerLeads()
                            ? new Outcome.Done(new Note.PlayerTold())
                            : outcome;
        };
    }

    private static boolean queueWaits(PartyState before, Note note) {
        return (note instanceof Note.NothingPlaying || note instanceof Note.NothingFromPlayer)
                && Prospect.of(before).queueWaits();
    }

    private static Outcome waits(PartyState before) {
        return new Outcome.Refused(new Note.QueueWaits(before.queueLeads()));
    }

    private static boolean isTurn(Note note) {
        return note instanceof Note.Skipped || note instanceof Note.WentBack;
    }
}
