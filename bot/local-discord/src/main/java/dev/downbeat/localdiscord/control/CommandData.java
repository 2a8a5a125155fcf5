package dev.downbeat.localdiscord.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.downbeat.localdiscord.rest.Commands;
import dev.downbeat.localdiscord.world.Channel;
import dev.downbeat.localdiscord.world.Guild;
import dev.downbeat.localdiscord.world.Json;
import dev.downbeat.localdiscord.world.Member;
import dev.downbeat.localdiscord.world.Role;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Turns a command line as a person fills it in ({@code party start}, option names and texts) into
 * the data of an interaction, refusing what Discord's own input box would refuse.
 */
final class CommandData {
    private final Guild guild;
    private final ObjectNode resolved = Json.object();
    private final Map<String, String> left;
    private final Optional<String> focused;

    private CommandData(Guild guild, Map<String, String> options, Optional<String> focused) {
        this.guild = guild;
        this.left = new LinkedHashMap<>(options);
        this.focused = focused;
    }

    /** {@code focused} is the option being typed, for an autocomplete. */
    static ObjectNode of(
            Commands commands,
            Guild guild,
            String line,
            Map<String, String> options,
            Optional<String> focused) {
        String[] words = line.strip().replaceFirst("^/", "").split("\\s+", -1);
        ObjectNode command =
                commands.slashCommand(guild.id(), words[0])
                        .orElseThrow(() -> refuse("There is no command /" + words[0]));
        ObjectNode data = Json.object();
        data.put("id", command.path("id").asText());
        data.put("name", words[0]);
        data.put("type", 1);
        if (command.has("guild_id")) {
            data.put("guild_id", Long.toString(guild.id()));
        }
        CommandData filled = new CommandData(guild, options, focused);
        ArrayNode list = filled.descend(command, words, 1);
        if (!list.isEmpty()) {
            data.set("options", list);
        }
        if (!filled.left.isEmpty()) {
            throw refuse("/" + line + " has no option " + filled.left.keySet());
        }
        if (!filled.resolved.isEmpty()) {
            data.set("resolved", filled.resolved);
        }
        return data;
    }

    static IllegalArgumentException refuse(String why) {
        return new IllegalArgumentException(why);
    }

    private ArrayNode descend(JsonNode part, String[] words, int depth) {
        if (depth == words.length) {
            return values(part);
        }
        for (JsonNode option : part.path("options")) {
            boolean isSub = option.path("type").asInt() <= 2;
            if (isSub && option.path("name").asText().equals(words[depth])) {
                ObjectNode chosen = Json.object();
                chosen.put("name", words[depth]);
                chosen.put("type", option.path("type").asInt());
                chosen.set("options", descend(option, words, depth + 1));
                return Json.array().add(chosen);
            }
        }
        throw refuse("There is no sub-command " + words[depth]);
    }

    private ArrayNode values(JsonNode part) {
        ArrayNode list = Json.array();
        for (JsonNode option : part.path("options")) {
            String name = option.path("name").asText();
            if (option.path("type").asInt() <= 2) {
                throw refuse("A sub-command is missing, such as " + name);
            }
            String text = left.remove(name);
            boolean isFocused = focused.filter(name::equals).isPresent();
            if (text != null) {
                list.add(value(option, name, text, isFocused));
            } else if (isFocused) {
                list.add(value(option, name, "", true));
            } else if (option.path("required").asBoolean() && focused.isEmpty()) {
                throw refuse("The option " + name + " is required");
            }
        }
        return list;
    }

    private ObjectNode value(JsonNode option, String name, String text, boolean isFocused) {
        int type = option.path("type").asInt();
        ObjectNode json = Json.object();
        json.put("name", name);
        json.put("type", type);
        if (isFocused) {
            json.put("value", text);
            json.put("focused", true);
            return json;
        }
        switch (type) {
            case 3 -> json.put("value", string(option, name, choice(option, text)));
            case 4 -> json.put("value", number(option, name, choice(option, text)).longValue());
            case 5 -> json.put("value", bool(name, text));
            case 10 -> json.put("value", number(option, name, choice(option, text)));
            default -> json.put("value", Long.toString(entity(option, name, text)));
        }
        return json;
    }

    /** A choice may be given by its name or its value, nothing else. */
    private static String choice(JsonNode option, String text) {
        JsonNode choices = option.path("choices");
        for (JsonNode choice : choices) {
            if (choice.path("name").asText().equals(text)
                    || choice.path("value").asText().equals(text)) {
                return choice.path("value").asText();
            }
        }
        if (!choices.isEmpty()) {
            throw refuse(option.path("name").asText() + " has no choice " + text);
        }
        return text;
    }

    private static String string(JsonNode option, String name, String text) {
        int most = option.path("max_length").asInt(6_000);
        if (text.length() > most || text.length() < option.path("min_length").asInt(0)) {
            throw refuse(name + " is too long or too short");
        }
        return text;
    }

    private static BigDecimal number(JsonNode option, String name, String text) {
        BigDecimal number;
        try {
            number = new BigDecimal(text);
        } catch (NumberFormatException _) {
            throw refuse(name + " must be a number");
        }
        boolean isLow =
                option.has("min_value")
                        && number.compareTo(option.path("min_value").decimalValue()) < 0;
        boolean isHigh =
                option.has("max_value")
                        && number.compareTo(option.path("max_value").decimalValue()) > 0;
        if (isLow || isHigh) {
            throw refuse(name + " is out of range");
        }
        return number;
    }

    private static boolean bool(String name, String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw refuse(name + " must be true or false");
        }
        return text.equals("true");
    }

    /** A user, channel or role by id or name. */
    private long entity(JsonNode option, String name, String text) {
        int type = option.path("type").asInt();
        return switch (type) {
            case 6, 9 -> user(name, text);
            case 7 -> channel(option, name, text);
            case 8 -> role(name, text);
            default -> throw refuse("Options of type " + type + " cannot be filled in here");
        };
    }

    private long user(String name, String text) {
        Member member =
                guild.members().values().stream()
                        .filter(m -> is(m.user().id(), m.user().name(), text))
                        .findFirst()
                        .orElseThrow(() -> refuse(name + ": nobody is called " + text));
        String id = Long.toString(member.user().id());
        resolved.withObject("/users").set(id, member.user().json());
        ObjectNode json = member.json();
        json.remove("user");
        json.put("permissions", Long.toString(guild.permissions(member)));
        resolved.withObject("/members").set(id, json);
        return member.user().id();
    }

    private long channel(JsonNode option, String name, String text) {
        Channel channel =
                guild.channels().values().stream()
                        .filter(c -> is(c.id(), c.name(), text))
                        .findFirst()
                        .orElseThrow(() -> refuse(name + ": no channel is called " + text));
        ObjectNode json = channel.json();
        if (!isAllowed(option.path("channel_types"), json.path("type").asInt())) {
            throw refuse(
                    "The option "
                            + name
                            + " takes no "
                            + (channel.kind() == Channel.Kind.VOICE ? "voice" : "text")
                            + " channel such as "
                            + channel.name());
        }
        json.put("permissions", "0");
        resolved.withObject("/channels").set(Long.toString(channel.id()), json);
        return channel.id();
    }

    /** Discord offers channels of these types only; no list is every type. */
    private static boolean isAllowed(JsonNode types, int type) {
        return types.isEmpty() || types.valueStream().anyMatch(allowed -> allowed.asInt() == type);
    }

    private long role(String name, String text) {
        Role role =
                guild.roles().values().stream()
                        .filter(r -> is(r.id(), r.name(), text))
                        .findFirst()
                        .orElseThrow(() -> refuse(name + ": no role is called " + text));
        resolved.withObject("/roles").set(Long.toString(role.id()), role.json());
        return role.id();
    }

    private static boolean is(long id, String name, String text) {
        return Long.toString(id).equals(text) || name.equals(text);
    }
}
