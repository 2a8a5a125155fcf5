package dev.downbeat.demo;

import dev.downbeat.demo.bench.Figures;
import dev.downbeat.demo.player.Deck;
import dev.downbeat.demo.tracks.DemoTrack;
import dev.downbeat.demo.whole.Ear;
import dev.downbeat.demo.whole.Reference;

import java.io.Console;
import java.io.PrintStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The live line: where the host's player is, where the sound in the voice channel is, and how far
 * apart they are. Measured from the packets that arrived, decoded and compared with the track.
 */
final class Meter {
    private static final double WITHIN_SECONDS = 1.0;
    private static final int KEPT = 120;

    private final LocalParty party;
    private final Map<DemoTrack, Reference> references = new HashMap<>();
    private final Deque<Double> errorsMs = new ArrayDeque<>();

    Meter(LocalParty party) {
        this.party = party;
    }

    void showUntilInterrupted(PrintStream out) {
        LocalParty.Running running = party.running();
        Ear ear = new Ear(running.discord().control().recording(running.guild()));
        boolean terminal = isTerminal();
        for (long n = 0; !Thread.currentThread().isInterrupted(); n++) {
            String line = measure(ear);
            if (terminal) {
                out.printf("\r%-100s", line);
                out.flush();
            } else if (n % 5 == 4) {
                out.println(line);
            }
            pause();
        }
    }

    @SuppressWarnings("SystemConsoleNull") // it may be null again from JDK 25 on
    private static boolean isTerminal() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    private static void pause() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private String measure(Ear ear) {
        Deck.Reading now = party.deck().read();
        Reference track = references.computeIfAbsent(now.track(), t -> Reference.of(t.samples()));
        double expected = seconds(now);
        Optional<Ear.Heard> heard = ear.newest(track, expected, WITHIN_SECONDS);
        String player =
                "%s  %s  player %.2f s"
                        .formatted(
                                now.playing() ? "playing" : "paused ",
                                now.track().title(),
                                expected);
        if (heard.isEmpty()) {
            return player + "  voice: " + (now.playing() ? "not (yet) the same sound" : "silent");
        }
        double truth = seconds(party.deck().readAt(heard.get().atNanos()));
        double errorMs = (heard.get().seconds() - truth) * 1000;
        note(Math.abs(errorMs));
        Figures all = Figures.of(errorsMs.stream().mapToDouble(Double::doubleValue).toArray());
        return "%s  voice %+.0f ms  (|error| p50 %.0f, p95 %.0f over %d s)"
                .formatted(player, errorMs, all.percentile(50), all.percentile(95), all.count());
    }

    private void note(double errorMs) {
        errorsMs.addLast(errorMs);
        if (errorsMs.size() > KEPT) {
            errorsMs.removeFirst();
        }
    }

    private static double seconds(Deck.Reading reading) {
        return reading.position().toNanos() / 1e9;
    }
}
