package dev.downbeat.companion.detectors;

import dev.downbeat.protocol.WireCommand;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Sees the players of one kind of desktop. Settling, comparing and sending are not its business.
 * Every method may be called from any thread and returns soon.
 */
public interface Detector extends AutoCloseable {
    String name();

    /**
     * Who runs now, enabled or not; asks nobody what it plays.
     *
     * @throws IOException when the desktop cannot be asked; the message is for people
     */
    List<Player> players() throws IOException;

    /**
     * Watches the enabled players until {@link #close()}; never throws, and repairs itself.
     *
     * @param enabled asked again at {@link #reload()}; nothing is read of any other player
     * @param sink called from the detector's threads; must not block
     */
    void start(Predicate<Player> enabled, Consumer<Sight> sink);

    /** The list of enabled players changed. */
    void reload();

    /** Drives a player; a player that cannot do it, or is gone, ignores it. */
    void command(Player player, WireCommand command);

    @Override
    void close();
}
