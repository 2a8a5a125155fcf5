package dev.downbeat.party;

import java.time.Duration;

/** What the host's own player is asked to do. */
public sealed interface PlayerCommand {
    record Play() implements PlayerCommand {}

    record Pause() implements PlayerCommand {}

    record Seek(Duration to) implements PlayerCommand {}

    record Next() implements PlayerCommand {}

    record Previous() implements PlayerCommand {}
}
