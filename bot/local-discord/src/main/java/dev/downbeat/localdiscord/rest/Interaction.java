package dev.downbeat.localdiscord.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.downbeat.localdiscord.world.Channel;
import dev.downbeat.localdiscord.world.Json;
import dev.downbeat.localdiscord.world.Message;
import dev.downbeat.localdiscord.world.User;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * Something a person did with the bot, and how the bot has answered so far. Guarded by the world.
 */
public final class Interaction {
    public static final int COMMAND = 2;
    public static final int COMPONENT = 3;
    public static final int AUTOCOMPLETE = 4;
    public static final int MODAL = 5;

    private final long id;
    private final String token;
    private final int type;
    private final User user;
    private final Channel channel;
    private final @Nullable Message source;
    private final long sentNanos;
    private final List<Message> followUps = new ArrayList<>();
    private int answer;
    private long answeredNanos;
    private long completedNanos;
    private @Nullable Message original;
    private ArrayNode choices = Json.array();
    private @Nullable ObjectNode modal;

    /** {@code source} is the message whose component was used, if one was. */
    public Interaction(
            long id,
            String token,
            int type,
            User user,
            Channel channel,
            @Nullable Message source,
            long sentNanos) {
        this.id = id;
        this.token = token;
        this.type = type;
        this.user = user;
        this.channel = channel;
        this.source = source;
        this.sentNanos = sentNanos;
    }

    public long id() {
        return id;
    }

    public String token() {
        return token;
    }

    public int type() {
        return type;
    }

    public User user() {
        return user;
    }

    public Channel channel() {
        return channel;
    }

    public @Nullable Message source() {
        return source;
    }

    public long sentNanos() {
        return sentNanos;
    }

    /** The callback type the bot answered with first, 0 when it has not. */
    public int answer() {
        return answer;
    }

    public long answeredNanos() {
        return answeredNanos;
    }

    /** When the first message that is more than "thinking" was there; 0 before. */
    public long completedNanos() {
        return completedNanos;
    }

    void answered(int callbackType, long nowNanos) {
        answer = callbackType;
        answeredNanos = nowNanos;
    }

    void completed(long nowNanos) {
        if (completedNanos == 0) {
            completedNanos = nowNanos;
        }
    }

    /** The answer's message; for an update it is the message that holds the component. */
    public @Nullable Message original() {
        return original;
    }

    void setOriginal(@Nullable Message message) {
        original = message;
    }

    public List<Message> followUps() {
        return followUps;
    }

    public ArrayNode choices() {
        return choices;
    }

    void setChoices(ArrayNode list) {
        choices = list;
    }

    public @Nullable ObjectNode modal() {
        return modal;
    }

    void setModal(ObjectNode shown) {
        modal = shown;
    }
}
