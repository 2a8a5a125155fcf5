package dev.downbeat.localdiscord.rest;

import com.fasterxml.jackson.databind.JsonNode;

import dev.downbeat.localdiscord.world.Json;
import dev.downbeat.localdiscord.world.Message;

/** What a message may hold. */
final class MessageRules {
    private static final int MOST_CHARACTERS = 2_000;
    private static final int MAY_SEND =
            Message.EPHEMERAL
                    | Message.COMPONENTS_V2
                    | Message.SUPPRESS_NOTIFICATIONS
                    | (1 << 2)
                    | (1 << 13);

    private MessageRules() {}

    /** Checks a new message's body; {@code path} is empty or {@code data.}. */
    static void checkNew(String path, JsonNode body, Files files) {
        FormErrors errors = new FormErrors();
        int flags = body.path("flags").asInt(0);
        if ((flags & ~MAY_SEND) != 0) {
            errors.add(path + "flags", "BASE_TYPE_CHOICES", "Some of these flags cannot be set.");
        }
        checkParts(path, body, flags, errors);
        errors.throwIfAny();
        boolean isEmpty =
                body.path("content").asText("").isBlank()
                        && body.path("embeds").isEmpty()
                        && body.path("components").isEmpty()
                        && body.path("poll").isMissingNode()
                        && files == Files.NONE;
        if (isEmpty) {
            throw new ApiError(400, 50006, "Cannot send an empty message");
        }
    }

    /** Whether files come with a message. */
    enum Files {
        NONE,
        SOME
    }

    /** An edit may add the flag for new components but never take it away. */
    static void checkEdit(String path, JsonNode body, Message message) {
        FormErrors errors = new FormErrors();
        int flags = body.path("flags").asInt(0) | message.flags();
        checkParts(path, body, flags, errors);
        errors.throwIfAny();
    }

    private static void checkParts(String path, JsonNode body, int flags, FormErrors errors) {
        errors.length(path + "content", body.path("content"), 0, MOST_CHARACTERS);
        EmbedRules.check(path + "embeds", body.path("embeds"), errors);
        JsonNode components = Json.arrayAt(body, "components");
        if ((flags & Message.COMPONENTS_V2) == 0) {
            ComponentRules.checkRows(path + "components", components, errors);
            return;
        }
        ComponentRules.checkV2(path + "components", components, errors);
        for (String legacy : new String[] {"content", "embeds", "poll"}) {
            JsonNode part = body.path(legacy);
            boolean isUsed =
                    part.isTextual()
                            ? !part.asText().isEmpty()
                            : part.isContainerNode() && !part.isEmpty();
            if (isUsed) {
                errors.add(
                        path + legacy,
                        "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
                        "The '"
                                + legacy
                                + "' field cannot be used when using"
                                + " MessageFlags.IS_COMPONENTS_V2");
            }
        }
    }
}
