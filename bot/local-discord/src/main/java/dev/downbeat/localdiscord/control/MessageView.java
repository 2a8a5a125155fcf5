package dev.downbeat.localdiscord.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.downbeat.localdiscord.world.ComponentTree;
import dev.downbeat.localdiscord.world.Message;
import dev.downbeat.localdiscord.world.Pings;

import java.util.List;
import java.util.OptionalLong;

/**
 * A message as it stood when it was asked for.
 *
 * @param text every word a person can read in it
 * @param isThinking the bot has deferred and not yet answered
 * @param onlyFor the one person who sees it, when it is ephemeral
 */
public record MessageView(
        long id,
        long channelId,
        String author,
        String content,
        String text,
        boolean isThinking,
        OptionalLong onlyFor,
        Pings pings,
        int edits,
        ArrayNode embeds,
        ArrayNode components,
        ObjectNode json) {

    static MessageView of(Message message) {
        ObjectNode json = message.json();
        json.set("pings", message.pings().json());
        json.put("edits", message.edits());
        json.put("text", message.text());
        json.put("author_name", message.author().displayName());
        message.onlyFor().ifPresent(id -> json.put("only_for", Long.toString(id)));
        return new MessageView(
                message.id(),
                message.channel().id(),
                message.author().name(),
                message.content(),
                message.text(),
                message.has(Message.LOADING),
                message.onlyFor(),
                message.pings(),
                message.edits(),
                message.embeds().deepCopy(),
                message.components().deepCopy(),
                json);
    }

    public boolean isEphemeral() {
        return onlyFor.isPresent();
    }

    /** The custom ids of its buttons and selects, in reading order. */
    public List<String> customIds() {
        return ComponentTree.all(components).stream()
                .map(component -> component.path("custom_id").asText(""))
                .filter(id -> !id.isEmpty())
                .toList();
    }
}
