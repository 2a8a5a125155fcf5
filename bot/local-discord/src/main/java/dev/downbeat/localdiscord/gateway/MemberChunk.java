package dev.downbeat.localdiscord.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.downbeat.localdiscord.world.Guild;
import dev.downbeat.localdiscord.world.Json;
import dev.downbeat.localdiscord.world.Member;

/** The answer to op 8, request guild members: always one chunk of at most 1,000. */
final class MemberChunk {
    private static final int LARGEST = 1_000;

    private MemberChunk() {}

    static ObjectNode of(Guild guild, JsonNode asked) {
        ObjectNode chunk = Json.object().put("guild_id", Long.toString(guild.id()));
        ArrayNode members = chunk.putArray("members");
        guild.members().values().stream()
                .filter(member -> isAsked(member, asked))
                .limit(LARGEST)
                .forEach(member -> members.add(member.json()));
        chunk.put("chunk_index", 0).put("chunk_count", 1);
        chunk.putArray("not_found");
        chunk.put("nonce", asked.path("nonce").asText(""));
        return chunk;
    }

    private static boolean isAsked(Member member, JsonNode asked) {
        if (!asked.has("user_ids")) {
            return member.user().name().startsWith(asked.path("query").asText(""));
        }
        JsonNode ids = asked.path("user_ids");
        for (JsonNode id : ids.isArray() ? ids : Json.array().add(ids)) {
            if (Json.id(id) == member.user().id()) {
                return true;
            }
        }
        return false;
    }
}
