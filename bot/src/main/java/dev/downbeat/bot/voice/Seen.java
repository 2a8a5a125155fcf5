package dev.downbeat.bot.voice;

/** What the supervisor of one guild's voice is told. */
sealed interface Seen {
    /** The party wants to sound in this channel. */
    record Wanted(long channel) implements Seen {}

    record Unwanted() implements Seen {}

    /** JDA is on its way by itself. */
    record Connecting() implements Seen {}

    record Connected() implements Seen {}

    record Lost(Loss how) implements Seen {}

    /** The voice gateway closed with 4017: it wants encryption that was not offered. */
    record Refused() implements Seen {}

    /** Discord says the bot itself is in this channel now. */
    record InChannel(long channel) implements Seen {}

    /** Discord says the bot itself is in no channel now. */
    record InNoChannel() implements Seen {}

    /** The guild came, or came back. */
    record GuildHere() implements Seen {}

    record TimePassed() implements Seen {}

    /** How a connection was lost. */
    enum Loss {
        /** JDA resumes the same session; the sound usually goes on. */
        RESUMING,
        /** Gone; a new connection may help. */
        BROKEN,
        /** JDA says "kicked", which also covers a lost session and a moved server (4014, 4022). */
        PERHAPS_KICKED,
        GUILD_GONE,
        CHANNEL_DELETED,
        NO_PERMISSION
    }
}
