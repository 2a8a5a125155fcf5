package dev.downbeat.localdiscord.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.downbeat.localdiscord.rest.Interaction;
import dev.downbeat.localdiscord.world.Json;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How the bot has answered an interaction so far.
 *
 * @param type 2 command, 3 component, 4 autocomplete, 5 modal
 * @param answer the callback type the bot answered with first (4 to 9), 0 when it has not
 * @param hasFailed the deadline passed without an answer: the person reads "did not respond"
 * @param message the answer's message as it is now; for an update, the message that was clicked
 */
public record InteractionView(
        long id,
        long userId,
        int type,
        int answer,
        boolean hasFailed,
        Optional<Duration> acknowledgedAfter,
        Optional<Duration> completedAfter,
        Optional<MessageView> message,
        List<MessageView> followUps,
        List<Choice> choices,
        Optional<ObjectNode> modal) {

    /** One suggestion of an autocomplete. */
    public record Choice(String name, String value) {}

    static InteractionView of(Interaction interaction, long nowNanos, Duration deadline) {
        long sent = interaction.sentNanos();
        boolean isAnswered = interaction.answer() != 0;
        return new InteractionView(
                interaction.id(),
                interaction.user().id(),
                interaction.type(),
                interaction.answer(),
                !isAnswered && nowNanos - sent > deadline.toNanos(),
                isAnswered
                        ? Optional.of(Duration.ofNanos(interaction.answeredNanos() - sent))
                        : Optional.empty(),
                interaction.completedNanos() == 0
                        ? Optional.empty()
                        : Optional.of(Duration.ofNanos(interaction.completedNanos() - sent)),
                Optional.ofNullable(interaction.original()).map(MessageView::of),
                interaction.followUps().stream().map(MessageView::of).toList(),
                choices(interaction.choices()),
                Optional.ofNullable(interaction.modal()));
    }

    private static List<Choice> choices(ArrayNode list) {
        return list.valueStream()
                .map(c -> new Choice(c.path("name").asText(), c.path("value").asText()))
                .toList();
    }

    public boolean isAcknowledged() {
        return answer != 0;
    }

    /** The final text is there: an answer that is more than "thinking", or suggestions. */
    public boolean isCompleted() {
        return completedAfter.isPresent();
    }

    /** What the person reads as the answer, follow-ups included. */
    public String text() {
        StringBuilder text = new StringBuilder(message.map(MessageView::text).orElse(""));
        followUps.forEach(followUp -> text.append('\n').append(followUp.text()));
        return text.toString().strip();
    }

    JsonNode json() {
        ObjectNode json = Json.object();
        json.put("id", Long.toString(id));
        json.put("user_id", Long.toString(userId));
        json.put("type", type);
        json.put("answer", answer);
        json.put("failed", hasFailed);
        acknowledgedAfter.ifPresent(d -> json.put("acknowledged_ms", d.toNanos() / 1e6));
        completedAfter.ifPresent(d -> json.put("completed_ms", d.toNanos() / 1e6));
        json.put("text", text());
        message.ifPresent(m -> json.set("message", m.json()));
        ArrayNode more = json.putArray("follow_ups");
        followUps.forEach(followUp -> more.add(followUp.json()));
        ArrayNode offered = json.putArray("choices");
        choices.forEach(c -> offered.addObject().put("name", c.name()).put("value", c.value()));
        modal.ifPresent(shown -> json.set("modal", shown));
        return json;
    }
}
