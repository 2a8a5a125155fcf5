package dev.downbeat.protocol;

import org.jspecify.annotations.Nullable;

/**
 * A playback command.
 *
 * @param name {@code play}, {@code pause}, {@code seek}, {@code skip_next}, {@code skip_prev} or
 *     {@code stop}
 * @param positionMs for {@code seek}; else 0
 */
public record WireCommand(String name, long positionMs) {
    private static final WireCommand NONE = new WireCommand("", 0);

    public WireCommand {
        name = Words.orEmpty(name);
    }

    static WireCommand orNone(@Nullable WireCommand command) {
        return command == null ? NONE : command;
    }
}
