package dev.downbeat.bot.voice;

/** What the supervisor of one guild's voice wants done. */
sealed interface Act {
    record Join(long channel) implements Act {}

    /** Leaves first, so that Discord makes a new session. */
    record Rejoin(long channel) implements Act {}

    record Leave() implements Act {}

    /** JDA may join again by itself, once, which is faster than we are. */
    record LetJdaRejoin() implements Act {}

    record StopJdaRejoining() implements Act {}

    /** A moderator moved the bot; it followed. */
    record Moved(long from, long to) implements Act {}

    /** A moderator took the bot out; it stays out. */
    record TakenOut(long from) implements Act {}

    /** Connected, or a channel is no longer wanted: nothing to complain about. */
    record Well() implements Act {}

    /** Goes on trying, but people should know. */
    record Struggling() implements Act {}

    record GivenUp(long channel, Why why) implements Act {}

    /** Why no more is tried. */
    enum Why {
        CHANNEL_DELETED,
        NO_PERMISSION,
        ENCRYPTION_REQUIRED,
        UNREACHABLE
    }
}
