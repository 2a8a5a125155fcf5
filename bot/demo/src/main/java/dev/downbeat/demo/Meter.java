package dev.downbeat.demo;

import dev.downbeat.demo.bench.Figures;
import dev.downbeat.demo.player.Deck;
import dev.downbeat.demo.tracks.DemoTrack;
import dev.downbeat.demo.whole.Ear;
import dev.downbeat.demo.whole.Reference;

import java.io.Console;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The live line: where the host's player is, where the sound in the voice channel is, and how far
 * apart they are. Measured from the packets that arrived, decoded and compared with the track.
 */
final class Meter {
    private static final double WITHIN_SECONDS = 1.0;
    private static final int TOLD_EVERY = 5;

    private final LocalParty party;
    private final Map<DemoTrack, Reference> references = new HashMap<>();
    private final Distances distances = new Distances();

    Meter(LocalParty party) {
        this.party = party;
    }

    void showUntilInterrupted(PrintStream out) {
        LocalParty.Running running = party.running();
        Ear ear = new Ear(running.discord().control().recording(running.guild()));
        boolean terminal = isTerminal();
        out.println("Waiting for the player's sound to arrive in voice …");
        for (long n = 0; !Thread.currentThread().isInterrupted(); n++) {
            String line = measure(ear);
            if (terminal) {
                out.printf("\r%-100s", line);
                out.flush();
            } else if (n % TOLD_EVERY == 0) {
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
        long nanos = System.nanoTime();
        Deck.Reading now = party.deck().readAt(nanos);
        distances.saw(now, nanos);
        String player =
                "%s  %s  player %.2f s"
                        .formatted(
                                now.playing() ? "playing" : "paused ",
                                now.track().title(),
                                seconds(now));
        return player + "  " + voice(ear, now);
    }

    private String voice(Ear ear, Deck.Reading now) {
        if (party.lacksItsCompanion()) {
            distances.apart();
            return "voice: the companion is gone, so nothing follows this player";
        }
        if (!party.followsThePlayer()) {
            distances.apart();
            return "voice: the party here does not follow this player";
        }
        Reference track = references.computeIfAbsent(now.track(), t -> Reference.of(t.samples()));
        return ear.certain(track, seconds(now), WITHIN_SECONDS)
                .map(this::distance)
                .orElse("voice: " + (ear.isSilent() ? "silent" : "not (yet) the same sound"));
    }

    private String distance(Ear.Heard heard) {
        double truth = seconds(party.deck().readAt(heard.atNanos()));
        double errorMs = (heard.seconds() - truth) * 1000;
        String voice = "voice %+.0f ms".formatted(errorMs);
        if (!distances.heard(errorMs, heard.atNanos())) {
            return voice + "  (settling)";
        }
        Figures all = distances.figures();
        return "%s  (|error| p50 %.0f, p95 %.0f over %d s)"
                .formatted(voice, all.percentile(50), all.percentile(95), all.count());
    }

    private static double seconds(Deck.Reading reading) {
        return reading.position().toNanos() / 1e9;
    }
}
