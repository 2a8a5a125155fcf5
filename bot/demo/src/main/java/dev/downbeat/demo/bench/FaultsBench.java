package dev.downbeat.demo.bench;

import dev.downbeat.demo.whole.Music;
import dev.downbeat.demo.whole.Program;
import dev.downbeat.demo.whole.Rig;
import dev.downbeat.localdiscord.LocalDiscord;
import dev.downbeat.localdiscord.Settings;
import dev.downbeat.localdiscord.control.Control;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Seconds of sound lost to each of Discord's faults, beside a plain JDA + Lavaplayer bot. */
final class FaultsBench implements Benchmark {
    private static final int WINDOW_SECONDS = 12;
    private static final int REST_SECONDS = 10;
    private static final Duration LENGTH = Duration.ofMinutes(15);

    @Override
    public String name() {
        return "faults";
    }

    @Override
    public String about() {
        return "seconds of lost audio per fault in a 12 s window, beside plain JDA + Lavaplayer";
    }

    @Override
    public Map<String, Object> measure(Path folder) throws IOException, InterruptedException {
        Music music = Music.make(folder.resolve("music"), "Storm", "mp3", LENGTH, 51);
        Map<String, Object> values = new LinkedHashMap<>();
        double ours = ours(folder, music, values);
        double peers = peers(folder.resolve("peer"), music, values);
        values.put("lost_s_sum", ours);
        values.put("peer_lost_s_sum", peers);
        values.put("ratio", ours / peers);
        values.put("ratio_target", 1.0 / 3);
        return values;
    }

    private static double ours(Path folder, Music music, Map<String, Object> values)
            throws IOException, InterruptedException {
        double sum = 0;
        List<Double> after = new ArrayList<>();
        try (Rig rig = Rig.start(folder, List.of(music))) {
            rig.mpv().play();
            rig.awaitSound(music, Duration.ofSeconds(30));
            Control control = rig.whole().discord().control();
            for (Fault fault : Fault.ALL) {
                Optional<SoundBefore> before = SoundBefore.now(rig, music);
                double lost = lost(control, fault);
                values.put(fault.name() + "_lost_s", lost);
                if (before.isPresent()) {
                    before.get().offMs().ifPresent(after::add);
                }
                sum += lost;
                TimeUnit.SECONDS.sleep(REST_SECONDS);
            }
        }
        values.put(
                "off_timeline_ms_max_2_s_after",
                Figures.of(after.stream().mapToDouble(Math::abs).toArray()).max());
        values.put("off_timeline_ms_target", 20);
        values.put("faults_recovered", after.size());
        values.put("faults", Fault.ALL.size());
        return sum;
    }

    private static double peers(Path folder, Music music, Map<String, Object> values)
            throws IOException, InterruptedException {
        Files.createDirectories(folder);
        double sum = 0;
        for (Fault fault : Fault.ALL) {
            // A fresh bot each time: several faults silence it for good.
            try (LocalDiscord discord = LocalDiscord.start(Settings.defaults().withFolder(folder));
                    Program bot = PlainBots.start(folder, discord, music.file(), 1)) {
                bot.await(line -> line.contains("playing"), Duration.ofSeconds(30));
                TimeUnit.SECONDS.sleep(4);
                if (fault.name().equals("moved_back")) {
                    Control control = discord.control();
                    control.moderator().moveBot(control.guildId(), lounge(control));
                    TimeUnit.SECONDS.sleep(3);
                }
                double lost = lost(discord.control(), fault);
                values.put("peer_" + fault.name() + "_lost_s", lost);
                sum += lost;
            }
        }
        return sum;
    }

    private static double lost(Control control, Fault fault) throws InterruptedException {
        long guild = control.guildId();
        long voice = control.channelId(guild, "Listening room");
        var recording = control.recording(guild);
        long index = recording.nextIndex();
        long start = System.nanoTime();
        fault.deed().to(control, guild, voice, lounge(control));
        long end = start + TimeUnit.SECONDS.toNanos(WINDOW_SECONDS);
        TimeUnit.NANOSECONDS.sleep(end - System.nanoTime());
        long heard =
                recording.since(index).stream()
                        .filter(frame -> frame.arrivalNanos() <= end)
                        .filter(frame -> !frame.opus().isSilence())
                        .count();
        return Math.max(0, WINDOW_SECONDS - heard * 0.02);
    }

    private static long lounge(Control control) {
        return control.channelId(control.guildId(), "Lounge");
    }
}
