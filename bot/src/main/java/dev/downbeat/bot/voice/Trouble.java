package dev.downbeat.bot.voice;

/** What people should know about a party's voice. */
public enum Trouble {
    /** Lost again and again; still trying. */
    STRUGGLING,
    CHANNEL_DELETED,
    NO_PERMISSION,
    ENCRYPTION_REQUIRED,
    UNREACHABLE,
    /** A fault of our own. */
    BROKEN,
    /** A moderator took the bot out. */
    TAKEN_OUT;

    static Trouble of(Act.Why why) {
        return switch (why) {
            case CHANNEL_DELETED -> CHANNEL_DELETED;
            case NO_PERMISSION -> NO_PERMISSION;
            case ENCRYPTION_REQUIRED -> ENCRYPTION_REQUIRED;
            case UNREACHABLE -> UNREACHABLE;
        };
    }
}
