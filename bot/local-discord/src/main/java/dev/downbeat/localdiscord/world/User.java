package dev.downbeat.localdiscord.world;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Somebody with an account: a person or the bot.
 *
 * @param locale the language of the person's Discord, in Discord's notation
 */
public record User(long id, String name, String displayName, String locale, Kind kind) {
    static final String ENGLISH = "en-US";

    /** Who sits behind the account. */
    public enum Kind {
        PERSON,
        BOT
    }

    public boolean isBot() {
        return kind == Kind.BOT;
    }

    public ObjectNode json() {
        ObjectNode json = Json.object();
        json.put("id", Long.toString(id));
        json.put("username", name);
        json.put("global_name", displayName);
        json.put("discriminator", "0");
        json.put("bot", isBot());
        json.putNull("avatar");
        json.put("public_flags", 0);
        return json;
    }
}
