package dev.downbeat.demo;

import dev.downbeat.demo.player.Deck;
import dev.downbeat.demo.player.SimulatedPlayer;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Lets the simulated player say that its next track has begun, as a real one does. */
final class PlayerWatch implements AutoCloseable {
    private static final long EVERY_MILLIS = 50;

    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("player-watch").factory());
    private final Deck deck;
    private final SimulatedPlayer player;
    private Deck.Reading last;

    private PlayerWatch(Deck deck, SimulatedPlayer player) {
        this.deck = deck;
        this.player = player;
        this.last = deck.read();
    }

    static PlayerWatch start(Deck deck, SimulatedPlayer player) {
        PlayerWatch watch = new PlayerWatch(deck, player);
        var _ =
                watch.timer.scheduleAtFixedRate(
                        watch::look, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
        return watch;
    }

    private void look() {
        Deck.Reading now = deck.read();
        player.notice(last, now);
        last = now;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
