package dev.downbeat.localdiscord.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.jspecify.annotations.Nullable;

import java.util.OptionalLong;

/** A message as it stands now. Guarded by the world. */
public final class Message {
    public static final int EPHEMERAL = 1 << 6;
    public static final int LOADING = 1 << 7;
    public static final int SUPPRESS_NOTIFICATIONS = 1 << 12;
    public static final int COMPONENTS_V2 = 1 << 15;

    private final long id;
    private final Channel channel;
    private final User author;
    private final String sentAt;
    private final OptionalLong onlyFor;
    private final @Nullable ObjectNode interaction;
    private String content = "";
    private ArrayNode embeds = Json.array();
    private ArrayNode components = Json.array();
    private ArrayNode attachments = Json.array();
    private int flags;
    private long repliedTo;
    private @Nullable String editedAt;
    private Pings pings = Pings.NONE;
    private int edits;

    /** {@code onlyFor} is the one person who sees an ephemeral message. */
    public Message(
            long id,
            Channel channel,
            User author,
            String sentAt,
            OptionalLong onlyFor,
            @Nullable ObjectNode interaction) {
        this.id = id;
        this.channel = channel;
        this.author = author;
        this.sentAt = sentAt;
        this.onlyFor = onlyFor;
        this.interaction = interaction;
    }

    public long id() {
        return id;
    }

    public Channel channel() {
        return channel;
    }

    public User author() {
        return author;
    }

    public OptionalLong onlyFor() {
        return onlyFor;
    }

    public boolean isSeenBy(long userId) {
        return onlyFor.isEmpty() || onlyFor.getAsLong() == userId;
    }

    public String content() {
        return content;
    }

    public ArrayNode components() {
        return components;
    }

    public ArrayNode embeds() {
        return embeds;
    }

    public int flags() {
        return flags;
    }

    public boolean has(int flag) {
        return (flags & flag) != 0;
    }

    public Pings pings() {
        return pings;
    }

    /** How often it was edited. */
    public int edits() {
        return edits;
    }

    public void setFlags(int bits) {
        flags = bits;
    }

    public void setReplyTo(long messageId) {
        repliedTo = messageId;
    }

    public void setPings(Pings whom) {
        pings = whom;
    }

    public void setAttachments(ArrayNode files) {
        attachments = files;
    }

    public void edited(String when) {
        editedAt = when;
        edits++;
    }

    /** Takes over what the body names and leaves the rest, as an edit does. */
    public void take(JsonNode body) {
        if (body.has("content")) {
            content = body.path("content").asText("");
        }
        if (body.path("content").isNull()) {
            content = "";
        }
        if (body.has("embeds")) {
            embeds = Json.arrayAt(body, "embeds");
        }
        if (body.has("components")) {
            components = ComponentTree.numbered(Json.arrayAt(body, "components"));
        }
    }

    /** Every word a person can read in it: content, then text components, then embeds. */
    public String text() {
        StringBuilder text = new StringBuilder(content);
        ComponentTree.texts(components).forEach(part -> text.append('\n').append(part));
        for (JsonNode embed : embeds) {
            text.append('\n').append(embed.path("title").asText(""));
            text.append('\n').append(embed.path("description").asText(""));
            for (JsonNode field : embed.path("fields")) {
                text.append('\n').append(field.path("name").asText(""));
                text.append('\n').append(field.path("value").asText(""));
            }
        }
        return text.toString().strip();
    }

    /** What can ping: embeds never do. */
    public String pingingText() {
        StringBuilder text = new StringBuilder(content);
        ComponentTree.texts(components).forEach(part -> text.append('\n').append(part));
        return text.toString();
    }

    public ObjectNode json() {
        ObjectNode json = Json.object();
        json.put("id", Long.toString(id));
        json.put("type", interaction != null ? 20 : repliedTo != 0 ? 19 : 0);
        json.put("channel_id", Long.toString(channel.id()));
        json.set("author", author.json());
        json.put("content", content);
        json.put("timestamp", sentAt);
        json.put("edited_timestamp", editedAt);
        json.put("tts", false);
        json.put("mention_everyone", pings.everyone() == Pings.Reach.EVERYONE);
        json.putArray("mentions");
        ArrayNode roles = json.putArray("mention_roles");
        pings.roles().forEach(role -> roles.add(Long.toString(role)));
        json.set("attachments", attachments.deepCopy());
        json.set("embeds", embeds.deepCopy());
        json.set("components", components.deepCopy());
        json.put("pinned", false);
        json.put("flags", flags);
        if (interaction != null) {
            json.set("interaction_metadata", interaction.deepCopy());
            json.put("application_id", Long.toString(author.id()));
            json.put("webhook_id", Long.toString(author.id()));
        }
        if (repliedTo != 0) {
            json.putObject("message_reference")
                    .put("type", 0)
                    .put("message_id", Long.toString(repliedTo))
                    .put("channel_id", Long.toString(channel.id()));
        }
        return json;
    }
}
