package dev.downbeat.engine.parties;

import static dev.downbeat.engine.parties.Node.HOST;

import dev.downbeat.engine.ServerClock;
import dev.downbeat.engine.store.Store;
import dev.downbeat.party.Mode;
import dev.downbeat.party.Outcome;
import dev.downbeat.party.WishId;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;

/**
 * The process that is killed: restores its party from the folder, then adds track after track,
 * several at once, and prints a line for each that was acknowledged. Never ends by itself.
 */
final class KilledNode {
    private static final int AT_ONCE = 8;
    private static final PrintStream OUT =
            new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private KilledNode() {}

    /** Folder, then the number of the first track. */
    public static void main(String... arguments) throws Exception {
        ServerClock clock = ServerClock.start();
        Store store = Store.open("", Path.of(arguments[0]), clock);
        Node node = new Node(store.events(), clock);
        node.parties.restore();
        PartyHost party = node.parties.start(HOST, "Killed", Mode.QUEUE);
        OUT.println("ready");
        Semaphore places = new Semaphore(AT_ONCE);
        for (int track = Integer.parseInt(arguments[1]); ; track++) {
            places.acquire();
            int number = track;
            party.ask(HOST, new WishId("wish-" + number), Node.play("track-" + number))
                    .thenAccept(outcome -> {
                        say(number, outcome);
                        places.release();
                    });
        }
    }

    private static void say(int number, Outcome outcome) {
        OUT.println((outcome instanceof Outcome.Done ? "done " : "refused ") + number);
    }
}
