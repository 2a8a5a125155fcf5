package dev.downbeat.engine.parties;

import static dev.downbeat.engine.parties.Node.HOST;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.downbeat.engine.ServerClock;
import dev.downbeat.engine.store.Store;
import dev.downbeat.party.Mode;
import dev.downbeat.party.PartyView;
import dev.downbeat.party.QueueItem;
import dev.downbeat.party.Timeline;
import dev.downbeat.party.Track;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** A node in a process of its own that is killed again and again over one folder. */
final class MortalNode {
    private static final int AT_MOST_DONE = 20;

    private final Path folder;
    private final Random random;
    private final Set<Integer> acknowledged = new TreeSet<>();
    private int kills;

    MortalNode(Path folder, long seed) {
        this.folder = folder;
        this.random = new Random(seed);
    }

    /** Each life ends after one to twenty acknowledged wishes. */
    MortalNode live(int times) throws IOException, InterruptedException {
        for (kills = 0; kills < times; kills++) {
            runAndKill();
        }
        return this;
    }

    /** Everything acknowledged is there, and nothing is there twice. */
    void check() throws Exception {
        List<String> titles = restoredTitles();

        assertEquals(titles.size(), new HashSet<>(titles).size(), "a wish was done twice");
        for (int number : acknowledged) {
            assertTrue(titles.contains("track-" + number), "wish " + number + " was lost");
        }
        assertTrue(acknowledged.size() >= kills, "nothing was acknowledged");
    }

    private void runAndKill() throws IOException, InterruptedException {
        Process node = start();
        int enough = 1 + random.nextInt(AT_MOST_DONE);
        BufferedReader said = node.inputReader(StandardCharsets.UTF_8);
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            note(line);
            if (line.startsWith("done ") && --enough == 0) {
                node.toHandle().destroyForcibly();
            }
        }
        assertEquals(137, node.waitFor(), "the node ended by itself");
    }

    private Process start() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-classpath",
                        System.getProperty("java.class.path"),
                        KilledNode.class.getName(),
                        folder.toString(),
                        Integer.toString(firstOpen()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Wishes after it may be done already: asked again, they must not be done twice. */
    private int firstOpen() {
        int first = 0;
        while (acknowledged.contains(first)) {
            first++;
        }
        return first;
    }

    private void note(String line) {
        assertTrue(!line.startsWith("refused "), line);
        if (line.startsWith("done ")) {
            acknowledged.add(Integer.parseInt(line.substring("done ".length())));
        }
    }

    private List<String> restoredTitles() {
        ServerClock clock = ServerClock.start();
        try (Store store = Store.open("", folder, clock);
                Node node = new Node(store.events(), clock)) {
            node.parties.restore();
            assertEquals(1, node.parties.all().size(), "the party is not there once");
            return titles(node.parties.start(HOST, "Killed", Mode.QUEUE).view());
        }
    }

    private static List<String> titles(PartyView view) {
        List<String> all = new ArrayList<>();
        view.queue().stream().map(QueueItem::track).map(Track::title).forEach(all::add);
        switch (view.timeline()) {
            case Timeline.Silent _ -> {}
            case Timeline.Playing playing -> all.add(playing.track().title());
            case Timeline.Paused paused -> all.add(paused.track().title());
            case Timeline.Buffering buffering -> all.add(buffering.track().title());
        }
        return all;
    }
}
