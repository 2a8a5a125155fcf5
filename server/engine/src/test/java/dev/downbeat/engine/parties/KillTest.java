package dev.downbeat.engine.parties;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Kills nodes at random moments, {@code -Ddownbeat.kills} times in all. Most of it is waiting for a
 * JVM to start, so two nodes that share nothing are killed side by side.
 */
final class KillTest {
    private static final int KILLS = Integer.getInteger("downbeat.kills", 200);
    private static final int NODES = 2;

    @TempDir private Path folder = Path.of("set by JUnit");

    @Test
    void noAcknowledgedWishIsLostOrDoneTwice() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(NODES)) {
            List<Callable<MortalNode>> lives = new ArrayList<>();
            for (int i = 0; i < NODES; i++) {
                MortalNode node = new MortalNode(folder.resolve("node-" + i), i);
                int kills = (KILLS + i) / NODES;
                lives.add(() -> node.live(kills));
            }
            for (Future<MortalNode> lived : threads.invokeAll(lives)) {
                lived.get().check();
            }
        }
    }
}
