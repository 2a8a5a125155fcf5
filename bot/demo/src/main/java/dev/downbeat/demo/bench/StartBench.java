package dev.downbeat.demo.bench;

import com.sun.net.httpserver.HttpServer;

import dev.downbeat.demo.whole.Music;
import dev.downbeat.demo.whole.Whole;
import dev.downbeat.localdiscord.control.InteractionView;
import dev.downbeat.localdiscord.world.WorldPlan;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** From {@code /party start} and {@code /play} to the first sound; how soon commands answer. */
final class StartBench implements Benchmark {
    private static final int ROUNDS = Integer.getInteger("downbeat.bench.rounds", 10);
    private static final Duration LENGTH = Duration.ofMinutes(5);
    private static final long SLOW_MILLIS = 5_000;
    private static final List<String> COMMANDS =
            List.of(
                    "party status",
                    "nowplaying",
                    "queue view",
                    "pause",
                    "resume",
                    "skip",
                    "previous",
                    "help");

    @Override
    public String name() {
        return "start";
    }

    @Override
    public String about() {
        return "/party start + /play to first sound; acknowledgements beside a source of 5 s";
    }

    @Override
    public Map<String, Object> measure(Path folder) throws IOException, InterruptedException {
        Path library = folder.resolve("music");
        for (int n = 0; n <= ROUNDS; n++) {
            Music.make(library, "Fresh" + n, n % 2 == 0 ? "mp3" : "flac", LENGTH, 40 + n);
        }
        HttpServer slow = slowSource();
        Map<String, String> allowed = Map.of("DOWNBEAT_LINK_ALLOWED_HOSTS", "127.0.0.1");
        try (Whole whole = Whole.start(folder, library, WorldPlan.demo(), allowed)) {
            whole.keep(() -> slow.stop(0));
            double first = toSound(whole, "Fresh0");
            List<Double> cold = new ArrayList<>();
            List<Double> stored = new ArrayList<>();
            for (int n = 1; n <= ROUNDS; n++) {
                cold.add(toSound(whole, "Fresh" + n));
                TimeUnit.SECONDS.sleep(4);
                stored.add(toSound(whole, "Fresh" + n));
            }
            return result(first, cold, stored, acknowledgements(whole, slow));
        }
    }

    /** A web server on loopback that thinks for five seconds. */
    private static HttpServer slowSource() throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(
                "/",
                exchange -> {
                    try {
                        TimeUnit.MILLISECONDS.sleep(SLOW_MILLIS);
                    } catch (InterruptedException _) {
                        Thread.currentThread().interrupt();
                    }
                    exchange.sendResponseHeaders(404, -1);
                    exchange.close();
                });
        server.start();
        return server;
    }

    private static double toSound(Whole whole, String title) throws InterruptedException {
        whole.run("party end", Map.of());
        TimeUnit.SECONDS.sleep(1);
        var recording = whole.discord().control().recording(whole.guild());
        long index = recording.nextIndex();
        long start = System.nanoTime();
        whole.startParty("queue");
        whole.run("play", Map.of("query", title));
        long end = start + TimeUnit.SECONDS.toNanos(20);
        while (System.nanoTime() < end) {
            for (var frame : recording.since(index)) {
                if (!frame.opus().isSilence()) {
                    return (frame.arrivalNanos() - start) / 1e9;
                }
            }
            TimeUnit.MILLISECONDS.sleep(5);
        }
        throw new IllegalStateException("never sounded:\n" + whole.server().output());
    }

    private static List<Double> acknowledgements(Whole whole, HttpServer slow) {
        var people = whole.discord().control().people();
        long host = whole.user("host");
        String link = "http://127.0.0.1:" + slow.getAddress().getPort() + "/song.mp3";
        List<Double> ms = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            var waiting = people.runCommand(host, whole.text(), "play", Map.of("query", link));
            for (String command : COMMANDS) {
                note(ms, whole.run(command, Map.of()));
            }
            note(ms, waiting.awaitCompleted(Whole.PATIENCE));
        }
        return ms;
    }

    private static void note(List<Double> ms, InteractionView answer) {
        ms.add(answer.acknowledgedAfter().map(after -> after.toNanos() / 1e6).orElse(3_000.0));
    }

    private static Map<String, Object> result(
            double first, List<Double> cold, List<Double> stored, List<Double> acknowledged) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("first_in_a_process_s", first);
        values.put("cold_s_p95", of(cold).percentile(95));
        values.put("cold_s_target", 3.0);
        values.put("in_store_s_p50", of(stored).percentile(50));
        values.put("in_store_s_p95", of(stored).percentile(95));
        values.put("in_store_s_target", 1.5);
        values.put("acknowledgements", acknowledged.size());
        values.put("acknowledged_ms_p99", of(acknowledged).percentile(99));
        values.put("acknowledged_ms_target", 1_500);
        return values;
    }

    private static Figures of(List<Double> values) {
        return Figures.of(values.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
