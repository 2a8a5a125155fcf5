package dev.downbeat.localdiscord.world;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.LinkedHashSet;
import java.util.Set;

/** A user in one guild. Guarded by the world. */
public final class Member {
    private final User user;
    private final String joinedAt;
    private final Set<Long> roles = new LinkedHashSet<>();

    public Member(User user, String joinedAt) {
        this.user = user;
        this.joinedAt = joinedAt;
    }

    public User user() {
        return user;
    }

    public Set<Long> roles() {
        return roles;
    }

    public ObjectNode json() {
        ObjectNode json = Json.object();
        json.set("user", user.json());
        ArrayNode list = json.putArray("roles");
        roles.forEach(role -> list.add(Long.toString(role)));
        json.put("joined_at", joinedAt);
        json.putNull("nick");
        json.putNull("avatar");
        json.putNull("premium_since");
        json.put("deaf", false);
        json.put("mute", false);
        json.put("flags", 0);
        json.put("pending", false);
        return json;
    }
}
