package dev.downbeat.localdiscord.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whom a message would have pinged: the mentions written in it, less what {@code allowed_mentions}
 * forbids.
 */
public record Pings(Reach everyone, Set<Long> users, Set<Long> roles) {
    /** Whether everybody in the channel is called. */
    public enum Reach {
        NAMED_ONLY,
        EVERYONE
    }

    public static final Pings NONE = new Pings(Reach.NAMED_ONLY, Set.of(), Set.of());
    private static final Pattern USER = Pattern.compile("<@!?(\\d{1,20})>");
    private static final Pattern ROLE = Pattern.compile("<@&(\\d{1,20})>");
    private static final Pattern EVERYONE = Pattern.compile("@(everyone|here)");

    public Pings {
        users = Set.copyOf(users);
        roles = Set.copyOf(roles);
    }

    public boolean isSilent() {
        return everyone == Reach.NAMED_ONLY && users.isEmpty() && roles.isEmpty();
    }

    /** Whether the message may call everyone is the channel's permission, so it is told. */
    public static Pings of(String text, JsonNode allowed, Reach permitted) {
        Reach reach =
                EVERYONE.matcher(text).find() && allows(allowed, "everyone")
                        ? permitted
                        : Reach.NAMED_ONLY;
        return new Pings(
                reach, named(USER, text, allowed, "users"), named(ROLE, text, allowed, "roles"));
    }

    private static Set<Long> named(Pattern pattern, String text, JsonNode allowed, String kind) {
        Set<Long> found = new TreeSet<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            long id = Long.parseUnsignedLong(matcher.group(1));
            if (allows(allowed, kind) || lists(allowed.path(kind), id)) {
                found.add(id);
            }
        }
        return found;
    }

    /** Discord allows everything when {@code allowed_mentions} is missing. */
    private static boolean allows(JsonNode allowed, String kind) {
        if (!allowed.isObject() || (!allowed.has("parse") && !allowed.has(kind))) {
            return !allowed.isObject();
        }
        for (JsonNode word : allowed.path("parse")) {
            if (word.asText().equals(kind)) {
                return true;
            }
        }
        return false;
    }

    private static boolean lists(JsonNode ids, long id) {
        for (JsonNode node : ids) {
            if (Json.id(node) == id) {
                return true;
            }
        }
        return false;
    }

    public ObjectNode json() {
        ObjectNode json = Json.object();
        json.put("everyone", everyone == Reach.EVERYONE);
        var people = json.putArray("users");
        users.forEach(id -> people.add(Long.toString(id)));
        var groups = json.putArray("roles");
        roles.forEach(id -> groups.add(Long.toString(id)));
        return json;
    }
}
