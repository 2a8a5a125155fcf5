package dev.downbeat.party;

/** Who may do what: the host everything, guests what disturbs nobody. */
final class Rights {
    private Rights() {}

    /**
     * Whether {@code who} may at all. Removing is looked at again with the item in hand, and taking
     * the voice away is a fact, not a favour.
     */
    static boolean may(PartyState state, SeatId who, Wish wish) {
        boolean isHost = state.terms().host().equals(who);
        return switch (wish) {
            case Wish.Play _ -> true;
            case Wish.Remove _ -> true;
            case Wish.Silence _ -> true;
            case Wish.Pause _ -> isHost;
            case Wish.Resume _ -> isHost;
            case Wish.Seek _ -> isHost;
            case Wish.SeekBy _ -> isHost;
            case Wish.Skip _ -> isHost;
            case Wish.Previous _ -> isHost;
            case Wish.Stop _ -> isHost;
            case Wish.Move _ -> isHost;
            case Wish.SetMode _ -> isHost;
            case Wish.Attach _ -> isHost;
            case Wish.Detach _ -> isHost;
            case Wish.End _ -> isHost;
        };
    }

    static boolean mayRemove(PartyState state, SeatId who, QueueItem item) {
        return state.terms().host().equals(who) || item.by().equals(who);
    }
}
