package dev.downbeat.demo.bench;

import dev.downbeat.localdiscord.control.Control;
import dev.downbeat.localdiscord.voice.VoiceStatistics;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

/** What a process uses while it sounds in some number of channels, and what one more costs. */
final class ChannelCost {
    private static final int SECONDS = Integer.getInteger("downbeat.bench.seconds", 30);
    private static final int FRAMES_PER_SECOND = 50;

    private final List<Sample> samples = new ArrayList<>();

    /**
     * @param cpuPercent of one core
     * @param heardShare frames of sound that came, of those due, in the worst channel
     */
    private record Sample(
            int channels,
            double cpuPercent,
            Footprint memory,
            double heardShare,
            long lost,
            double restCallsPerSecond) {}

    /** Watches {@code pid} for a while; it sounds in the first {@code channels} guilds. */
    void measure(long pid, Control control, int channels) throws IOException, InterruptedException {
        List<Long> guilds = control.guildIds().subList(0, channels);
        Footprint memory = Footprint.of(pid);
        List<VoiceStatistics> before = statistics(control, guilds);
        long calls = control.rest().calls();
        double cpu = Footprint.cpuSeconds(pid);
        long start = System.nanoTime();
        TimeUnit.SECONDS.sleep(SECONDS);
        double seconds = (System.nanoTime() - start) / 1e9;
        double used = Footprint.cpuSeconds(pid) - cpu;
        double callsPerSecond = (control.rest().calls() - calls) / seconds;
        List<VoiceStatistics> after = statistics(control, guilds);
        long fewest = Long.MAX_VALUE;
        long lost = 0;
        for (int n = 0; n < channels; n++) {
            fewest = Math.min(fewest, sounding(after.get(n)) - sounding(before.get(n)));
            lost += after.get(n).lost() - before.get(n).lost();
        }
        double share = fewest / (seconds * FRAMES_PER_SECOND);
        samples.add(
                new Sample(channels, 100 * used / seconds, memory, share, lost, callsPerSecond));
    }

    private static List<VoiceStatistics> statistics(Control control, List<Long> guilds) {
        return guilds.stream().map(guild -> control.recording(guild).statistics()).toList();
    }

    private static long sounding(VoiceStatistics channel) {
        return channel.packets() - channel.silenceFrames();
    }

    double cpuPercentPerChannel() {
        return slope(Sample::cpuPercent);
    }

    double residentMbPerChannel() {
        return slope(sample -> sample.memory().residentMb());
    }

    double neededMbPerChannel() {
        return slope(sample -> sample.memory().neededMb());
    }

    /** Least squares. */
    private double slope(ToDoubleFunction<Sample> value) {
        double middle = samples.stream().mapToInt(Sample::channels).average().orElseThrow();
        double mean = samples.stream().mapToDouble(value).average().orElseThrow();
        double rise = 0;
        double run = 0;
        for (Sample sample : samples) {
            double off = sample.channels() - middle;
            rise += off * (value.applyAsDouble(sample) - mean);
            run += off * off;
        }
        return rise / run;
    }

    void put(Map<String, Object> values, String who) {
        for (Sample sample : samples) {
            String name = who + sample.channels() + "_channels_";
            values.put(name + "cpu_percent", sample.cpuPercent());
            values.put(name + "rss_mb", sample.memory().residentMb());
            values.put(name + "needed_mb", sample.memory().neededMb());
            values.put(name + "worst_heard_share", sample.heardShare());
            values.put(name + "packets_lost", sample.lost());
            values.put(name + "rest_calls_per_s", sample.restCallsPerSecond());
        }
        values.put(who + "cpu_percent_per_channel", cpuPercentPerChannel());
        values.put(who + "rss_mb_per_channel", residentMbPerChannel());
        values.put(who + "needed_mb_per_channel", neededMbPerChannel());
    }
}
