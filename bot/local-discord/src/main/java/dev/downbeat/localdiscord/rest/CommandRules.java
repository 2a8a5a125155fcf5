package dev.downbeat.localdiscord.rest;

import com.fasterxml.jackson.databind.JsonNode;

import dev.downbeat.localdiscord.world.Json;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What an application command may look like. */
final class CommandRules {
    static final int CHAT_INPUT = 1;
    private static final int MOST_COMMANDS = 100;
    private static final int MOST_MENU_COMMANDS = 15;
    private static final int MOST_OPTIONS = 25;
    private static final int MOST_CHARACTERS = 8_000;
    private static final int SUB_COMMAND = 1;
    private static final int SUB_COMMAND_GROUP = 2;
    private static final int LAST_OPTION_TYPE = 11;
    private static final Pattern NAME =
            Pattern.compile("[-_'\\p{L}\\p{N}\\p{IsDevanagari}\\p{IsThai}]{1,32}");

    private CommandRules() {}

    static void checkAll(JsonNode commands) {
        FormErrors errors = new FormErrors();
        Set<String> names = new HashSet<>();
        int[] perType = new int[4];
        for (int at = 0; at < commands.size(); at++) {
            JsonNode command = commands.get(at);
            int type = command.path("type").asInt(CHAT_INPUT);
            check(Integer.toString(at), command, type, errors);
            if (!names.add(type + "/" + command.path("name").asText())) {
                errors.add(
                        at + ".name",
                        "APPLICATION_COMMANDS_DUPLICATE_NAME",
                        "Application command names must be unique");
            }
            perType[type >= 1 && type <= 3 ? type : 0]++;
        }
        errors.throwIfAny();
        if (perType[1] > MOST_COMMANDS
                || perType[2] > MOST_MENU_COMMANDS
                || perType[3] > MOST_MENU_COMMANDS) {
            throw new ApiError(400, 30032, "Maximum number of application commands reached (100)");
        }
    }

    static void check(JsonNode command) {
        checkAll(Json.array().add(command));
    }

    private static void check(String path, JsonNode command, int type, FormErrors errors) {
        if (type != CHAT_INPUT) {
            errors.length(path + ".name", command.path("name"), 1, 32);
            return;
        }
        named(path, command, errors);
        options(path, command.path("options"), errors, 0);
        if (characters(command) > MOST_CHARACTERS) {
            errors.add(
                    path,
                    "APPLICATION_COMMAND_TOO_LARGE",
                    "Command exceeds maximum size of " + MOST_CHARACTERS);
        }
    }

    private static void named(String path, JsonNode part, FormErrors errors) {
        name(path + ".name", part.path("name"), errors);
        errors.length(path + ".description", part.path("description"), 1, 100);
        part.path("name_localizations")
                .forEachEntry((l, n) -> name(path + ".name_localizations." + l, n, errors));
        part.path("description_localizations")
                .forEachEntry((l, d) ->
                        errors.length(path + ".description_localizations." + l, d, 1, 100));
    }

    private static void name(String path, JsonNode name, FormErrors errors) {
        errors.length(path, name, 1, 32);
        String text = name.asText("");
        if (!NAME.matcher(text).matches() || !text.equals(text.toLowerCase(Locale.ROOT))) {
            errors.add(
                    path,
                    "APPLICATION_COMMAND_INVALID_NAME",
                    "Command name is invalid: lower case letters, digits, - and _");
        }
    }

    private static void options(String path, JsonNode options, FormErrors errors, int depth) {
        errors.count(path + ".options", options, 0, MOST_OPTIONS);
        Set<String> names = new HashSet<>();
        boolean optionalSeen = false;
        boolean subSeen = false;
        boolean valueSeen = false;
        for (int at = 0; at < options.size(); at++) {
            JsonNode option = options.get(at);
            String here = path + ".options." + at;
            named(here, option, errors);
            if (!names.add(option.path("name").asText())) {
                errors.add(
                        here + ".name",
                        "APPLICATION_COMMAND_OPTIONS_NAME_INVALID",
                        "Option names must be unique");
            }
            int type = option.path("type").asInt();
            boolean isSub = type == SUB_COMMAND || type == SUB_COMMAND_GROUP;
            subSeen |= isSub;
            valueSeen |= !isSub;
            kind(here, option, type, errors, depth);
            boolean isRequired = option.path("required").asBoolean();
            if (isRequired && optionalSeen) {
                errors.add(
                        here,
                        "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
                        "Required options must be placed before non-required options");
            }
            optionalSeen |= !isSub && !isRequired;
        }
        if (subSeen && valueSeen) {
            errors.add(
                    path + ".options",
                    "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
                    "Sub-command and sub-command group option types are mutually exclusive to all"
                            + " other types");
        }
    }

    private static void kind(String path, JsonNode option, int type, FormErrors errors, int depth) {
        if (type < 1 || type > LAST_OPTION_TYPE) {
            errors.choice(path + ".type", "(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)");
        } else if (type == SUB_COMMAND || type == SUB_COMMAND_GROUP) {
            int deepest = type == SUB_COMMAND ? 1 : 0;
            if (depth > deepest) {
                errors.add(path, "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", "Nested too deep");
            } else {
                options(path, option.path("options"), errors, depth + 1);
            }
        } else {
            choices(path, option, errors);
        }
    }

    private static void choices(String path, JsonNode option, FormErrors errors) {
        JsonNode choices = option.path("choices");
        errors.count(path + ".choices", choices, 0, 25);
        if (!choices.isEmpty() && option.path("autocomplete").asBoolean()) {
            errors.add(
                    path,
                    "APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_INVALID",
                    "Autocomplete and choices are mutually exclusive");
        }
        checkChoices(path + ".choices", choices, errors);
    }

    /** Also the answer to an autocomplete: at most 25, names 1 to 100, string values 1 to 100. */
    static void checkChoices(String path, JsonNode choices, FormErrors errors) {
        for (int at = 0; at < choices.size(); at++) {
            JsonNode value = choices.get(at).path("value");
            errors.length(path + "." + at + ".name", choices.get(at).path("name"), 1, 100);
            if (value.isTextual() || value.isMissingNode()) {
                errors.length(path + "." + at + ".value", value, 1, 100);
            }
        }
    }

    /**
     * Names, descriptions and choice values of the whole command; per field the longest language.
     */
    private static int characters(JsonNode part) {
        int sum = longest(part, "name") + longest(part, "description");
        sum += part.path("value").asText("").length();
        for (JsonNode option : part.path("options")) {
            sum += characters(option);
        }
        for (JsonNode choice : part.path("choices")) {
            sum += characters(choice);
        }
        return sum;
    }

    private static int longest(JsonNode part, String field) {
        int longest = part.path(field).asText("").length();
        for (JsonNode translated : part.path(field + "_localizations")) {
            longest = Math.max(longest, translated.asText("").length());
        }
        return longest;
    }
}
