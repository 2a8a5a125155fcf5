package dev.downbeat.companion.commands;

import dev.downbeat.companion.detectors.Detector;
import dev.downbeat.companion.detectors.Player;
import dev.downbeat.companion.detectors.Sight;
import dev.downbeat.protocol.WireCommand;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** One player that runs and says nothing. */
record Running(String name) implements Detector {
    @Override
    public List<Player> players() {
        return List.of(new Player(name, name, "Fake player", Player.Kind.LOCAL, 0));
    }

    @Override
    public void start(Predicate<Player> enabled, Consumer<Sight> sink) {}

    @Override
    public void reload() {}

    @Override
    public void command(Player player, WireCommand command) {}

    @Override
    public void close() {}
}
