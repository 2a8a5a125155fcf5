package dev.downbeat.localdiscord.world;

/** The bot's token and what it is allowed to ask for. Safe to use from any thread. */
public final class Access {
    private final String token;
    private final long privilegedIntents;
    private volatile boolean revoked;

    /** {@code privilegedIntents} are the intent bits switched on for the application. */
    public Access(String token, long privilegedIntents) {
        this.token = token;
        this.privilegedIntents = privilegedIntents;
    }

    public String token() {
        return token;
    }

    public boolean accepts(String presented) {
        return !revoked && token.equals(presented);
    }

    public void revoke() {
        revoked = true;
    }

    public boolean mayUse(long intents) {
        return (intents & Intents.PRIVILEGED & ~privilegedIntents) == 0;
    }
}
