package dev.downbeat.localdiscord.world;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A role of a guild; the one with the guild's own id is everyone's. */
public record Role(long id, String name, long permissions, int position, boolean managed) {
    public Role withPermissions(long bits) {
        return new Role(id, name, bits, position, managed);
    }

    public ObjectNode json() {
        ObjectNode json = Json.object();
        json.put("id", Long.toString(id));
        json.put("name", name);
        json.put("permissions", Long.toString(permissions));
        json.put("position", position);
        json.put("color", 0);
        json.putObject("colors").put("primary_color", 0);
        json.put("hoist", false);
        json.put("managed", managed);
        json.put("mentionable", true);
        json.put("flags", 0);
        return json;
    }
}
