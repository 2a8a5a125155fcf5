package dev.downbeat.localdiscord.rest;

import com.fasterxml.jackson.databind.JsonNode;

import dev.downbeat.localdiscord.world.ComponentTree;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The limits of components in messages and modals, old and new style. */
final class ComponentRules {
    private static final int MOST_COMPONENTS = 40;
    private static final int MOST_TEXT = 4_000;
    private static final int MOST_ROWS = 5;
    private static final int LINK_STYLE = 5;
    private static final int PREMIUM_STYLE = 6;
    private static final List<Integer> SELECTS = List.of(3, 5, 6, 7, 8);

    private ComponentRules() {}

    /** New style: containers, sections, text; the whole tree counts. */
    static void checkV2(String path, JsonNode components, FormErrors errors) {
        List<JsonNode> all = ComponentTree.all(components);
        if (all.size() > MOST_COMPONENTS) {
            errors.add(
                    path,
                    "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED",
                    "The maximum number of components in a message is " + MOST_COMPONENTS + ".");
        }
        int text = 0;
        for (JsonNode component : all) {
            String content = component.path("content").asText("");
            text += content.codePointCount(0, content.length());
        }
        if (text > MOST_TEXT) {
            errors.add(
                    path,
                    "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED",
                    "Displayable text size exceeds maximum size of " + MOST_TEXT);
        }
        checkEach(path, components, errors);
        checkIds(path, all, errors);
    }

    /** Old style: at most five rows, nothing else at the top. */
    static void checkRows(String path, JsonNode components, FormErrors errors) {
        errors.count(path, components, 0, MOST_ROWS);
        for (int at = 0; at < components.size(); at++) {
            if (components.get(at).path("type").asInt() != ComponentTree.ACTION_ROW) {
                errors.choice(path + "." + at + ".type", "(1,)");
            }
        }
        checkEach(path, components, errors);
        checkIds(path, ComponentTree.all(components), errors);
    }

    private static void checkIds(String path, List<JsonNode> all, FormErrors errors) {
        Set<String> seen = new HashSet<>();
        for (JsonNode component : all) {
            String id = component.path("custom_id").asText("");
            if (!id.isEmpty() && !seen.add(id)) {
                errors.add(
                        path,
                        "COMPONENT_CUSTOM_ID_DUPLICATED",
                        "Component custom id cannot be duplicated");
            }
        }
    }

    private static void checkEach(String path, JsonNode components, FormErrors errors) {
        for (int at = 0; at < components.size(); at++) {
            check(path + "." + at, components.get(at), errors);
        }
    }

    private static void check(String path, JsonNode component, FormErrors errors) {
        int type = component.path("type").asInt();
        JsonNode children = component.path("components");
        switch (type) {
            case ComponentTree.ACTION_ROW -> row(path, children, errors);
            case ComponentTree.BUTTON -> button(path, component, errors);
            case ComponentTree.SECTION -> {
                errors.count(path + ".components", children, 1, 3);
                if (!component.path("accessory").isObject()) {
                    errors.required(path + ".accessory");
                } else {
                    check(path + ".accessory", component.path("accessory"), errors);
                }
                checkEach(path + ".components", children, errors);
            }
            case ComponentTree.TEXT_DISPLAY ->
                    errors.length(path + ".content", component.path("content"), 1, MOST_TEXT);
            case ComponentTree.CONTAINER -> {
                errors.count(path + ".components", children, 1, MOST_COMPONENTS);
                checkEach(path + ".components", children, errors);
            }
            case 11, 12, 13, 14 -> {}
            default -> {
                if (SELECTS.contains(type)) {
                    select(path, component, errors);
                } else {
                    errors.choice(
                            path + ".type", "(1, 2, 3, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 17)");
                }
            }
        }
    }

    private static void row(String path, JsonNode children, FormErrors errors) {
        errors.count(path + ".components", children, 1, 5);
        boolean hasSelect = false;
        for (JsonNode child : children) {
            hasSelect |= SELECTS.contains(child.path("type").asInt());
        }
        if (hasSelect && children.size() > 1) {
            errors.add(
                    path + ".components",
                    "COMPONENT_LAYOUT_WIDTH_EXCEEDED",
                    "The specified component exceeds the maximum width");
        }
        checkEach(path + ".components", children, errors);
    }

    private static void button(String path, JsonNode button, FormErrors errors) {
        int style = button.path("style").asInt();
        if (style < 1 || style > PREMIUM_STYLE) {
            errors.choice(path + ".style", "(1, 2, 3, 4, 5, 6)");
        }
        errors.length(path + ".label", button.path("label"), 0, 80);
        if (style == LINK_STYLE) {
            errors.length(path + ".url", button.path("url"), 1, 512);
        } else if (style != PREMIUM_STYLE) {
            errors.length(path + ".custom_id", button.path("custom_id"), 1, 100);
        }
        boolean hasFace = !button.path("label").asText("").isEmpty() || button.has("emoji");
        if (style != PREMIUM_STYLE && !hasFace) {
            errors.add(
                    path,
                    "BUTTON_COMPONENT_INVALID_EMPTY",
                    "A button must have a label or an emoji");
        }
    }

    private static void select(String path, JsonNode select, FormErrors errors) {
        errors.length(path + ".custom_id", select.path("custom_id"), 1, 100);
        errors.length(path + ".placeholder", select.path("placeholder"), 0, 150);
        if (select.path("type").asInt() != ComponentTree.STRING_SELECT) {
            return;
        }
        JsonNode options = select.path("options");
        errors.count(path + ".options", options, 1, 25);
        Set<String> values = new HashSet<>();
        for (int at = 0; at < options.size(); at++) {
            String option = path + ".options." + at;
            errors.length(option + ".label", options.get(at).path("label"), 1, 100);
            errors.length(option + ".value", options.get(at).path("value"), 1, 100);
            errors.length(option + ".description", options.get(at).path("description"), 0, 100);
            if (!values.add(options.get(at).path("value").asText())) {
                errors.add(
                        option + ".value",
                        "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED",
                        "The specified option value is already used");
            }
        }
    }

    /** A modal: title, 1 to 5 rows of one text input or labels with one field. */
    static void checkModal(String path, JsonNode modal, FormErrors errors) {
        errors.length(path + ".title", modal.path("title"), 1, 45);
        errors.length(path + ".custom_id", modal.path("custom_id"), 1, 100);
        JsonNode components = modal.path("components");
        errors.count(path + ".components", components, 1, 5);
        for (int at = 0; at < components.size(); at++) {
            String part = path + ".components." + at;
            int type = components.get(at).path("type").asInt();
            if (type == ComponentTree.LABEL) {
                errors.length(part + ".label", components.get(at).path("label"), 1, 45);
                field(part + ".component", components.get(at).path("component"), errors);
            } else if (type == ComponentTree.ACTION_ROW) {
                JsonNode children = components.get(at).path("components");
                errors.count(part + ".components", children, 1, 1);
                field(part + ".components.0", children.path(0), errors);
            } else if (type != ComponentTree.TEXT_DISPLAY) {
                errors.choice(part + ".type", "(1, 10, 18)");
            }
        }
        checkIds(path + ".components", ComponentTree.all(components), errors);
    }

    private static void field(String path, JsonNode field, FormErrors errors) {
        if (field.path("type").asInt() != ComponentTree.TEXT_INPUT) {
            check(path, field, errors);
            return;
        }
        errors.length(path + ".custom_id", field.path("custom_id"), 1, 100);
        errors.length(path + ".value", field.path("value"), 0, MOST_TEXT);
        errors.length(path + ".placeholder", field.path("placeholder"), 0, 100);
    }
}
