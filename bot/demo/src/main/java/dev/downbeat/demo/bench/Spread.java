package dev.downbeat.demo.bench;

import dev.downbeat.localdiscord.control.Control;
import dev.downbeat.localdiscord.voice.CapturedFrame;
import dev.downbeat.localdiscord.voice.Opus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** How far apart in time several channels get their frames. */
final class Spread {
    private static final long FRAME_NANOS = 20_000_000;

    private final List<List<CapturedFrame>> channels = new ArrayList<>();

    private Spread() {}

    /** Listens in the first {@code channels} guilds. */
    static Spread measure(Control control, int channels, int seconds) throws Exception {
        Spread spread = new Spread();
        List<AutoCloseable> ears = new ArrayList<>();
        for (long guild : control.guildIds().subList(0, channels)) {
            List<CapturedFrame> heard = new ArrayList<>();
            spread.channels.add(heard);
            ears.add(control.recording(guild).listen(frame -> keep(heard, frame)));
        }
        TimeUnit.SECONDS.sleep(seconds);
        for (AutoCloseable ear : ears) {
            ear.close();
        }
        return spread;
    }

    private static void keep(List<CapturedFrame> heard, CapturedFrame frame) {
        synchronized (heard) {
            if (!frame.opus().isSilence()) {
                heard.add(frame);
            }
        }
    }

    /** In ms, from the first to the last arrival of each frame that came just once everywhere. */
    Figures ofOneFrame() {
        Map<Opus, List<Long>> arrivals = new HashMap<>();
        for (List<CapturedFrame> heard : channels) {
            synchronized (heard) {
                heard.forEach(frame ->
                        arrivals.computeIfAbsent(frame.opus(), _ -> new ArrayList<>())
                                .add(frame.arrivalNanos()));
            }
        }
        return Figures.of(
                arrivals.values().stream()
                        .filter(times -> times.size() == channels.size())
                        .mapToDouble(Spread::fromFirstToLast)
                        .toArray());
    }

    private static double fromFirstToLast(List<Long> times) {
        long first = times.stream().mapToLong(Long::longValue).min().orElseThrow();
        long last = times.stream().mapToLong(Long::longValue).max().orElseThrow();
        return (last - first) / 1e6;
    }

    /**
     * In ms, the shortest part of a 20 ms cycle that holds the arrivals of all channels, for each
     * cycle: for a sender whose channels play each their own frames.
     */
    Figures ofPhases() {
        int cycles = channels.stream().mapToInt(List::size).min().orElse(0);
        double[] spreads = new double[cycles];
        for (int cycle = 0; cycle < cycles; cycle++) {
            int at = cycle;
            spreads[cycle] =
                    shortestArc(
                                    channels.stream()
                                            .mapToLong(heard -> heard.get(at).arrivalNanos())
                                            .map(nanos -> Math.floorMod(nanos, FRAME_NANOS))
                                            .toArray())
                            / 1e6;
        }
        return Figures.of(spreads);
    }

    private static long shortestArc(long... phases) {
        Arrays.sort(phases);
        long widestGap = phases[0] + FRAME_NANOS - phases[phases.length - 1];
        for (int n = 1; n < phases.length; n++) {
            widestGap = Math.max(widestGap, phases[n] - phases[n - 1]);
        }
        return FRAME_NANOS - widestGap;
    }
}
