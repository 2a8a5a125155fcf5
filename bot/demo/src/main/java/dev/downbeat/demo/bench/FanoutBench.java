package dev.downbeat.demo.bench;

import dev.downbeat.demo.whole.Music;
import dev.downbeat.demo.whole.Program;
import dev.downbeat.demo.whole.Whole;
import dev.downbeat.localdiscord.LocalDiscord;
import dev.downbeat.localdiscord.Settings;
import dev.downbeat.localdiscord.control.Control;
import dev.downbeat.localdiscord.control.SentInteraction;
import dev.downbeat.localdiscord.world.WorldPlan;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What one more voice channel of a party costs the built server, beside a player per channel. */
final class FanoutBench implements Benchmark {
    private static final int MOST = Integer.getInteger("downbeat.bench.channels", 200);
    private static final int FEWEST = 10;
    private static final int PEER_MOST = Math.min(40, MOST);
    private static final int SPREAD_CHANNELS = Math.min(50, MOST);
    private static final int SPREAD_SECONDS = 20;
    private static final Duration LENGTH = Duration.ofMinutes(6);
    private static final int TIMES_QUEUED = 3;

    /** A voice join is a gateway message; Discord closes after 120 of them in a minute. */
    private static final long JOIN_EVERY_MILLIS = 600;

    private static final long SETTLE_SECONDS = 10;

    /** One process grows through all steps: what compiled code takes is not the channels'. */
    private static final long WARM_UP_SECONDS = 60;

    @Override
    public String name() {
        return "fanout";
    }

    @Override
    public String about() {
        return "CPU and memory of one more channel, 10 to 200, beside a Lavaplayer per channel";
    }

    @Override
    public Map<String, Object> measure(Path folder) throws Exception {
        Music music = Music.make(folder.resolve("music"), "Everywhere", "mp3", LENGTH, 71);
        Map<String, Object> values = new LinkedHashMap<>();
        ChannelCost ours = ours(folder, music, values);
        ChannelCost peer = peer(Files.createDirectories(folder.resolve("peer")), music, values);
        ours.put(values, "");
        peer.put(values, "peer_");
        values.put("cpu_ratio", ours.cpuPercentPerChannel() / peer.cpuPercentPerChannel());
        values.put("cpu_ratio_target", 1.0 / 20);
        values.put("rss_ratio", ours.residentMbPerChannel() / peer.residentMbPerChannel());
        values.put("needed_ratio", ours.neededMbPerChannel() / peer.neededMbPerChannel());
        values.put("memory_ratio_target", 1.0 / 10);
        return values;
    }

    private static ChannelCost ours(Path folder, Music music, Map<String, Object> values)
            throws Exception {
        ChannelCost cost = new ChannelCost();
        Path library = music.file().resolveSibling("").toAbsolutePath();
        try (Whole whole = Whole.start(folder, library, WorldPlan.many(MOST), Map.of())) {
            Control control = whole.discord().control();
            int joined = 0;
            for (int step : steps()) {
                join(whole, control.guildIds().subList(joined, step));
                if (joined == 0) {
                    play(whole, music);
                    TimeUnit.SECONDS.sleep(WARM_UP_SECONDS);
                }
                joined = step;
                awaitSound(control, joined);
                TimeUnit.SECONDS.sleep(SETTLE_SECONDS);
                cost.measure(whole.server().pid(), control, joined);
                if (joined == SPREAD_CHANNELS) {
                    Spread spread = Spread.measure(control, SPREAD_CHANNELS, SPREAD_SECONDS);
                    put(values, "spread", SPREAD_CHANNELS, spread.ofOneFrame());
                    values.put("spread_ms_p99_target", 2);
                    put(values, "phase_spread", SPREAD_CHANNELS, spread.ofPhases());
                }
            }
            values.put("rest_refused", control.rest().limitedCalls());
        }
        return cost;
    }

    private static int[] steps() {
        return java.util.stream.IntStream.of(FEWEST, SPREAD_CHANNELS, (FEWEST + MOST) / 2, MOST)
                .filter(step -> step <= MOST)
                .sorted()
                .distinct()
                .toArray();
    }

    /** In each guild the host sits down in voice and brings the same party along. */
    private static void join(Whole whole, List<Long> guilds) throws InterruptedException {
        Control control = whole.discord().control();
        List<SentInteraction> asked = new ArrayList<>();
        for (long guild : guilds) {
            control.people().joinVoice(whole.user("host"), control.channelId(guild, "Voice"));
            asked.add(command(whole, guild, "party start", Map.of("source", "queue")));
            TimeUnit.MILLISECONDS.sleep(JOIN_EVERY_MILLIS);
        }
        asked.forEach(interaction -> interaction.awaitCompleted(Whole.PATIENCE));
    }

    private static void play(Whole whole, Music music) {
        for (int n = 0; n < TIMES_QUEUED; n++) {
            command(whole, whole.guild(), "play", Map.of("query", music.title()))
                    .awaitCompleted(Whole.PATIENCE);
        }
    }

    private static SentInteraction command(
            Whole whole, long guild, String line, Map<String, String> options) {
        Control control = whole.discord().control();
        long text = control.channelId(guild, "party");
        return control.people().runCommand(whole.user("host"), text, line, options);
    }

    private static void awaitSound(Control control, int channels) throws InterruptedException {
        for (long guild : control.guildIds().subList(0, channels)) {
            if (!control.recording(guild).awaitPacket(FEWEST, Duration.ofSeconds(60))) {
                throw new IllegalStateException("a channel stays silent");
            }
        }
    }

    private static void put(Map<String, Object> values, String name, int channels, Figures spread) {
        values.put(name + "_channels", channels);
        values.put(name + "_frames", spread.count());
        values.put(name + "_ms_p50", spread.percentile(50));
        values.put(name + "_ms_p99", spread.percentile(99));
        values.put(name + "_ms_max", spread.max());
    }

    private static ChannelCost peer(Path folder, Music music, Map<String, Object> values)
            throws Exception {
        ChannelCost cost = new ChannelCost();
        for (int channels : new int[] {FEWEST, (FEWEST + PEER_MOST) / 2, PEER_MOST}) {
            Settings plan = Settings.defaults().withFolder(folder);
            try (LocalDiscord discord =
                            LocalDiscord.start(plan.withWorld(WorldPlan.many(PEER_MOST)));
                    Program bot = PlainBots.start(folder, discord, music.file(), channels)) {
                bot.await(line -> line.contains("playing"), Duration.ofSeconds(60));
                awaitSound(discord.control(), channels);
                TimeUnit.SECONDS.sleep(SETTLE_SECONDS);
                cost.measure(bot.pid(), discord.control(), channels);
                if (channels == PEER_MOST) {
                    Spread spread = Spread.measure(discord.control(), channels, SPREAD_SECONDS);
                    put(values, "peer_phase_spread", channels, spread.ofPhases());
                }
            }
        }
        return cost;
    }
}
