package dev.downbeat.localdiscord.rest;

import com.fasterxml.jackson.databind.JsonNode;

/** The limits of embeds. */
final class EmbedRules {
    private static final int MOST_EMBEDS = 10;
    private static final int MOST_FIELDS = 25;
    private static final int MOST_CHARACTERS = 6_000;

    private EmbedRules() {}

    static void check(String path, JsonNode embeds, FormErrors errors) {
        errors.count(path, embeds, 0, MOST_EMBEDS);
        int characters = 0;
        for (int at = 0; at < embeds.size(); at++) {
            checkOne(path + "." + at, embeds.get(at), errors);
            characters += characters(embeds.get(at));
        }
        if (characters > MOST_CHARACTERS) {
            errors.add(
                    path,
                    "MAX_EMBED_SIZE_EXCEEDED",
                    "Embed size exceeds maximum size of " + MOST_CHARACTERS);
        }
    }

    private static void checkOne(String path, JsonNode embed, FormErrors errors) {
        errors.length(path + ".title", embed.path("title"), 0, 256);
        errors.length(path + ".description", embed.path("description"), 0, 4_096);
        errors.length(path + ".footer.text", embed.path("footer").path("text"), 0, 2_048);
        errors.length(path + ".author.name", embed.path("author").path("name"), 0, 256);
        JsonNode fields = embed.path("fields");
        errors.count(path + ".fields", fields, 0, MOST_FIELDS);
        for (int at = 0; at < fields.size(); at++) {
            String field = path + ".fields." + at;
            errors.length(field + ".name", fields.get(at).path("name"), 1, 256);
            errors.length(field + ".value", fields.get(at).path("value"), 1, 1_024);
        }
    }

    private static int characters(JsonNode embed) {
        int sum =
                size(embed.path("title"))
                        + size(embed.path("description"))
                        + size(embed.path("footer").path("text"))
                        + size(embed.path("author").path("name"));
        for (JsonNode field : embed.path("fields")) {
            sum += size(field.path("name")) + size(field.path("value"));
        }
        return sum;
    }

    private static int size(JsonNode text) {
        String value = text.asText("");
        return value.codePointCount(0, value.length());
    }
}
