package dev.downbeat.localdiscord.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.downbeat.localdiscord.world.Changes;
import dev.downbeat.localdiscord.world.Json;
import dev.downbeat.localdiscord.world.Message;
import dev.downbeat.localdiscord.world.World;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Receives the bot's answers to interactions: one in time, then edits and follow-ups. */
public final class Interactions {
    private static final int KEPT = 5_000;
    private static final Duration TOKEN_LIFE = Duration.ofMinutes(15);

    private final World world;
    private final Messages messages;
    private final Changes changes;
    private final Duration deadline;
    private final LinkedHashMap<Long, Interaction> known = new LinkedHashMap<>();

    /** {@code deadline} is how long the first answer may take; Discord gives 3 s. */
    public Interactions(World world, Messages messages, Changes changes, Duration deadline) {
        this.world = world;
        this.messages = messages;
        this.changes = changes;
        this.deadline = deadline;
    }

    public Duration deadline() {
        return deadline;
    }

    /** Remembers one that is about to be sent; the caller holds the world. */
    public void open(Interaction interaction) {
        known.put(interaction.id(), interaction);
        if (known.size() > KEPT) {
            known.pollFirstEntry();
        }
        tell(interaction);
    }

    public Optional<Interaction> find(long id) {
        return Optional.ofNullable(known.get(id));
    }

    public List<Interaction> all() {
        return List.copyOf(known.values());
    }

    ObjectNode callback(long id, String token, JsonNode body, List<Upload> uploads) {
        Interaction interaction = known.get(id);
        if (interaction == null || !interaction.token().equals(token)) {
            throw ApiError.unknown(10062, "interaction");
        }
        if (interaction.answer() != 0) {
            throw new ApiError(400, 40060, "Interaction has already been acknowledged.");
        }
        if (age(interaction) > deadline.toNanos()) {
            throw ApiError.unknown(10062, "interaction");
        }
        int type = body.path("type").asInt();
        checkType(interaction, type);
        JsonNode data = body.path("data").isObject() ? body.path("data") : Json.object();
        apply(interaction, type, data, uploads);
        interaction.answered(type, world.clocks().now());
        if (type == 4 || type == 7 || type == 8) {
            interaction.completed(world.clocks().now());
        }
        tell(interaction);
        return response(interaction);
    }

    private static void checkType(Interaction interaction, int type) {
        boolean isAutocomplete = interaction.type() == Interaction.AUTOCOMPLETE;
        boolean fits =
                switch (type) {
                    case 4, 5 -> !isAutocomplete;
                    case 6, 7 -> interaction.source() != null;
                    case 8 -> isAutocomplete;
                    case 9 -> !isAutocomplete && interaction.type() != Interaction.MODAL;
                    default -> false;
                };
        if (!fits) {
            FormErrors errors = new FormErrors();
            errors.add(
                    "type",
                    "INTERACTION_APPLICATION_INVALID_RESPONSE_TYPE",
                    "This type of response is not valid for this interaction");
            errors.throwIfAny();
        }
    }

    private void apply(Interaction interaction, int type, JsonNode data, List<Upload> uploads) {
        switch (type) {
            case 4 -> {
                Message message = newMessage(interaction, data.path("flags").asInt(0));
                messages.fill(message, "data.", data, uploads);
                interaction.setOriginal(message);
                messages.publish(message);
            }
            case 5 -> {
                Message message = newMessage(interaction, data.path("flags").asInt(0));
                message.setFlags(
                        (data.path("flags").asInt(0) & Message.EPHEMERAL) | Message.LOADING);
                interaction.setOriginal(message);
                messages.publish(message);
            }
            case 6 -> interaction.setOriginal(interaction.source());
            case 7 -> {
                Message source = interaction.source();
                if (source != null) {
                    messages.edit(source, "data.", data, uploads);
                }
                interaction.setOriginal(source);
            }
            case 8 -> {
                FormErrors errors = new FormErrors();
                JsonNode choices = data.path("choices");
                errors.count("data.choices", choices, 0, 25);
                CommandRules.checkChoices("data.choices", choices, errors);
                errors.throwIfAny();
                interaction.setChoices(Json.arrayAt(data, "choices"));
            }
            default -> {
                FormErrors errors = new FormErrors();
                ComponentRules.checkModal("data", data, errors);
                errors.throwIfAny();
                interaction.setModal((ObjectNode) data);
            }
        }
    }

    private Message newMessage(Interaction interaction, int flags) {
        boolean isEphemeral = (flags & Message.EPHEMERAL) != 0;
        return messages.blank(
                interaction.channel(),
                isEphemeral ? OptionalLong.of(interaction.user().id()) : OptionalLong.empty(),
                metadata(interaction));
    }

    private ObjectNode metadata(Interaction interaction) {
        ObjectNode json = Json.object();
        json.put("id", Long.toString(interaction.id()));
        json.put("type", interaction.type());
        json.set("user", interaction.user().json());
        json.putObject("authorizing_integration_owners")
                .put("0", Long.toString(interaction.channel().guildId()));
        return json;
    }

    private ObjectNode response(Interaction interaction) {
        ObjectNode json = Json.object();
        ObjectNode about = json.putObject("interaction");
        about.put("id", Long.toString(interaction.id()));
        about.put("type", interaction.type());
        Message original = interaction.original();
        if (original != null) {
            about.put("response_message_id", Long.toString(original.id()));
            about.put("response_message_loading", original.has(Message.LOADING));
            about.put("response_message_ephemeral", original.has(Message.EPHEMERAL));
            ObjectNode resource = json.putObject("resource");
            resource.put("type", interaction.answer());
            resource.set("message", messages.json(original));
        }
        return json;
    }

    private long age(Interaction interaction) {
        return world.clocks().now() - interaction.sentNanos();
    }

    /** Whoever holds the token of an answered interaction may go on for 15 minutes. */
    Interaction withToken(long applicationId, String token) {
        Interaction interaction =
                known.values().stream()
                        .filter(candidate -> candidate.token().equals(token))
                        .findFirst()
                        .orElse(null);
        if (interaction == null || applicationId != world.bot().id()) {
            throw ApiError.unknown(10015, "Webhook");
        }
        if (age(interaction) > TOKEN_LIFE.toNanos()) {
            throw new ApiError(401, 50027, "Invalid Webhook Token");
        }
        if (interaction.answer() == 0) {
            throw ApiError.unknown(10015, "Webhook");
        }
        return interaction;
    }

    /** {@code which} is {@code @original} or the id of a follow-up. */
    Message message(Interaction interaction, String which) {
        Message original = interaction.original();
        if (original != null
                && (which.equals("@original") || which.equals(Long.toString(original.id())))) {
            if (world.message(original.channel().id(), original.id()).isEmpty()) {
                throw ApiError.unknown(10008, "Message");
            }
            return original;
        }
        return interaction.followUps().stream()
                .filter(message -> Long.toString(message.id()).equals(which))
                .findFirst()
                .orElseThrow(() -> ApiError.unknown(10008, "Message"));
    }

    Message edit(Interaction interaction, String which, JsonNode body, List<Upload> uploads) {
        Message message = message(interaction, which);
        messages.edit(message, "", body, uploads);
        interaction.completed(world.clocks().now());
        tell(interaction);
        return message;
    }

    void delete(Interaction interaction, String which) {
        Message message = message(interaction, which);
        messages.delete(message);
        interaction.followUps().remove(message);
        interaction.completed(world.clocks().now());
        tell(interaction);
    }

    /** The first follow-up after "thinking" takes the waiting message's place. */
    Message followUp(Interaction interaction, JsonNode body, List<Upload> uploads) {
        Message original = interaction.original();
        if (original != null && original.has(Message.LOADING)) {
            return edit(interaction, "@original", body, uploads);
        }
        Message message = newMessage(interaction, body.path("flags").asInt(0));
        messages.fill(message, "", body, uploads);
        interaction.followUps().add(message);
        messages.publish(message);
        interaction.completed(world.clocks().now());
        tell(interaction);
        return message;
    }

    private void tell(Interaction interaction) {
        changes.tell(
                "interaction",
                Json.object()
                        .put("id", Long.toString(interaction.id()))
                        .put("user_id", Long.toString(interaction.user().id()))
                        .put("answer", interaction.answer()));
    }
}
