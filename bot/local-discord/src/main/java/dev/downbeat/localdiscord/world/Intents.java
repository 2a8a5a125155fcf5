package dev.downbeat.localdiscord.world;

/** The gateway intents used here, as bits. */
public final class Intents {
    public static final long GUILDS = 1;
    public static final long GUILD_MEMBERS = 1 << 1;
    public static final long GUILD_VOICE_STATES = 1 << 7;
    public static final long GUILD_PRESENCES = 1 << 8;
    public static final long GUILD_MESSAGES = 1 << 9;
    public static final long DIRECT_MESSAGES = 1 << 12;
    public static final long MESSAGE_CONTENT = 1 << 15;
    static final long PRIVILEGED = GUILD_MEMBERS | GUILD_PRESENCES | MESSAGE_CONTENT;

    private Intents() {}
}
