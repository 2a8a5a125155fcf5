package dev.downbeat.companion.hosting;

import dev.downbeat.companion.detectors.Sight;
import dev.downbeat.companion.sync.SyncEvents.Ending;
import dev.downbeat.protocol.ServerMessage;

/** What comes to the thread that hosts. */
sealed interface HostEvent {
    record Saw(Sight sight) implements HostEvent {}

    record Online(ServerMessage.Hello hello) implements HostEvent {}

    record Heard(ServerMessage message) implements HostEvent {}

    record Offline(String why, double againInMs) implements HostEvent {}

    record Over(Ending ending) implements HostEvent {}

    record Reload() implements HostEvent {}

    record Leave() implements HostEvent {}
}
