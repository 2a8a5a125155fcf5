package dev.downbeat.localdiscord.world;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What one channel allows or denies to one role or member, in permission bits. */
public record Overwrite(long targetId, Target target, long allow, long deny) {
    /** Whom an overwrite is about. */
    public enum Target {
        ROLE,
        MEMBER
    }

    public ObjectNode json() {
        ObjectNode json = Json.object();
        json.put("id", Long.toString(targetId));
        json.put("type", target == Target.ROLE ? 0 : 1);
        json.put("allow", Long.toString(allow));
        json.put("deny", Long.toString(deny));
        return json;
    }
}
