package dev.downbeat.demo.bench;

import dev.downbeat.demo.whole.Ear;
import dev.downbeat.demo.whole.Music;
import dev.downbeat.demo.whole.Output;
import dev.downbeat.demo.whole.Program;
import dev.downbeat.demo.whole.Whole;
import dev.downbeat.localdiscord.LocalDiscord;
import dev.downbeat.localdiscord.Settings;
import dev.downbeat.localdiscord.control.Control;
import dev.downbeat.localdiscord.world.WorldPlan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The process stands still for a second: is it back on its timeline a second later? */
final class StallBench implements Benchmark {
    private static final int ROUNDS = Integer.getInteger("downbeat.bench.rounds", 5);
    private static final Duration LENGTH = Duration.ofMinutes(5);
    private static final int LISTEN_ATTEMPTS = 50;

    @Override
    public String name() {
        return "stall";
    }

    @Override
    public String about() {
        return "position error 1 s after a stall of 1 s, beside plain JDA + Lavaplayer";
    }

    @Override
    public Map<String, Object> measure(Path folder) throws IOException, InterruptedException {
        Music music = Music.make(folder.resolve("music"), "Still Here", "mp3", LENGTH, 81);
        List<Double> ours = ours(folder, music);
        List<Double> peers = peers(Files.createDirectories(folder.resolve("peer")), music);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("stalls", ROUNDS);
        put(values, "error", ours);
        values.put("error_ms_max_target", 20);
        put(values, "peer_error", peers);
        return values;
    }

    private static List<Double> ours(Path folder, Music music)
            throws IOException, InterruptedException {
        Path library = music.file().resolveSibling("").toAbsolutePath();
        try (Whole whole = Whole.start(folder, library, WorldPlan.demo(), Map.of())) {
            whole.startParty("queue");
            whole.run("play", Map.of("query", music.title()));
            return stalls(whole.server(), whole.discord().control(), music);
        }
    }

    private static List<Double> peers(Path folder, Music music)
            throws IOException, InterruptedException {
        try (LocalDiscord discord = LocalDiscord.start(Settings.defaults().withFolder(folder));
                Program bot = PlainBots.start(folder, discord, music.file(), 1)) {
            bot.await(line -> line.contains("playing"), Duration.ofSeconds(30));
            return stalls(bot, discord.control(), music);
        }
    }

    /** Of each stall: by how many ms the sound is then further or less far than it would be. */
    private static List<Double> stalls(Program program, Control control, Music music)
            throws InterruptedException {
        long guild = control.guildId();
        control.recording(guild).awaitPacket(200, Duration.ofSeconds(30));
        Ear ear = new Ear(control.recording(guild));
        List<Double> errors = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            double before = phase(ear, music);
            Output.of(List.of("kill", "-STOP", Long.toString(program.pid())));
            TimeUnit.SECONDS.sleep(1);
            Output.of(List.of("kill", "-CONT", Long.toString(program.pid())));
            TimeUnit.SECONDS.sleep(1);
            errors.add((phase(ear, music) - before) * 1000);
            TimeUnit.SECONDS.sleep(2);
        }
        return errors;
    }

    /** Position heard minus the clock, in seconds; the same for ever on an unbroken timeline. */
    private static double phase(Ear ear, Music music) throws InterruptedException {
        double half = music.reference().seconds() / 2;
        for (int attempt = 0; attempt < LISTEN_ATTEMPTS; attempt++) {
            var heard = ear.newest(music.reference(), half, half);
            if (heard.isPresent()) {
                return heard.get().seconds() - heard.get().atNanos() / 1e9;
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return Double.NaN;
    }

    private static void put(Map<String, Object> values, String name, List<Double> errors) {
        Figures signed = Figures.of(errors.stream().mapToDouble(error -> error).toArray());
        Figures absolute = Figures.of(errors.stream().mapToDouble(Math::abs).toArray());
        values.put(name + "_ms_p50_signed", signed.percentile(50));
        values.put(name + "_ms_max", absolute.max());
        values.put(name + "s_ms", errors);
    }
}
