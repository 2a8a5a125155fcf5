package dev.downbeat.party;

/** Who may do what at once; who may vote for it instead is {@link Votes}' matter. */
final class Rights {
    /** What somebody is to the party; each is all that stand before it, too. */
    enum Role {
        ANYONE,
        LISTENER,
        DJ,
        HOST
    }

    private Rights() {}

    static Role of(PartyState state, SeatId who) {
        if (state.terms().host().equals(who)) {
            return Role.HOST;
        }
        if (state.crew().isDj(who)) {
            return Role.DJ;
        }
        return state.audience().hears(who) ? Role.LISTENER : Role.ANYONE;
    }

    /**
     * The least of the roles that may at once. Removing is looked at again with the item in hand,
     * and taking the voice away is a fact, not a favour.
     */
    static Role needed(Wish wish) {
        return switch (wish) {
            case Wish.Play _ -> Role.ANYONE;
            case Wish.Remove _ -> Role.ANYONE;
            case Wish.Silence _ -> Role.ANYONE;
            case Wish.ClearOf _ -> Role.ANYONE;
            case Wish.Undo _ -> Role.ANYONE;
            case Wish.Pause _ -> Role.DJ;
            case Wish.Resume _ -> Role.DJ;
            case Wish.Seek _ -> Role.DJ;
            case Wish.SeekBy _ -> Role.DJ;
            case Wish.Skip _ -> Role.DJ;
            case Wish.Previous _ -> Role.DJ;
            case Wish.Stop _ -> Role.DJ;
            case Wish.Move _ -> Role.DJ;
            case Wish.Clear _ -> Role.DJ;
            case Wish.Shuffle _ -> Role.DJ;
            case Wish.SetMode _ -> Role.HOST;
            case Wish.Attach _ -> Role.HOST;
            case Wish.Detach _ -> Role.HOST;
            case Wish.Grant _ -> Role.HOST;
            case Wish.Withdraw _ -> Role.HOST;
            case Wish.End _ -> Role.HOST;
        };
    }

    static boolean may(PartyState state, SeatId who, Wish wish) {
        return isAtLeast(of(state, who), needed(wish)) || skipsOwn(state, who, wish);
    }

    static boolean isAtLeast(Role role, Role needed) {
        return role.compareTo(needed) >= 0;
    }

    /** Whoever asked for the track may take it away. */
    private static boolean skipsOwn(PartyState state, SeatId who, Wish wish) {
        return wish instanceof Wish.Skip
                && state.queueLeads()
                && !Timelines.isSilent(state.sound().timeline())
                && state.sound().by().equals(who);
    }

    /** Whether {@code who} may take out what {@code requester} asked for. */
    static boolean mayRemove(PartyState state, SeatId who, SeatId requester) {
        return isAtLeast(of(state, who), Role.DJ) || requester.equals(who);
    }
}
