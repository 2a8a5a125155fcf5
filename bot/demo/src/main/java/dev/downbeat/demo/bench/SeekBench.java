package dev.downbeat.demo.bench;

import dev.downbeat.audio.Correlation;
import dev.downbeat.audio.OpusPackets;
import dev.downbeat.demo.tracks.Tune;
import dev.downbeat.demo.tracks.Wav;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Where a seek lands, in every format, by what is heard; beside Lavaplayer's own seek. */
final class SeekBench implements Benchmark {
    private static final int SEEKS = Integer.getInteger("downbeat.bench.seeks", 1_000);
    private static final int PEER_SEEKS = Integer.getInteger("downbeat.bench.rounds", 10);
    private static final Duration LENGTH =
            Duration.ofSeconds(Integer.getInteger("downbeat.bench.seconds", 150));
    private static final double TARGET_MS = 20;
    private static final double NEAR_SECONDS = 0.5;

    /** A decoder that enters in the middle is wrong for up to 160 ms. */
    private static final int PRE_ROLL = 8;

    private static final int PIECE = 5;

    private final Random chance = new Random(9);
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final List<Double> errors = new ArrayList<>();
    private final List<Double> peers = new ArrayList<>();
    private int lost;
    private int peersLost;

    @Override
    public String name() {
        return "seek";
    }

    @Override
    public String about() {
        return "1,000 seeks over all formats: place heard minus place asked, beside Lavaplayer";
    }

    @Override
    public Map<String, Object> measure(Path folder) throws IOException, InterruptedException {
        Path wav = folder.resolve("tune.wav");
        Wav.write(wav, Tune.compose(LENGTH, 61));
        Path files = Files.createDirectories(folder.resolve("files"));
        try (Ingested store = Ingested.open(folder.resolve("store"));
                LavaplayerSeeks lavaplayer = new LavaplayerSeeks()) {
            for (int n = 0; n < Timecode.KINDS.size(); n++) {
                Timecode track = Timecode.make(files, Timecode.KINDS.get(n), wav);
                ours(track, store.frames(track.file()), share(n));
                peer(track, lavaplayer);
            }
        }
        return result();
    }

    /** All shares together are {@link #SEEKS}. */
    private static int share(int kind) {
        int kinds = Timecode.KINDS.size();
        return SEEKS * (kind + 1) / kinds - SEEKS * kind / kinds;
    }

    private void ours(Timecode track, List<byte[]> frames, int seeks) {
        List<Double> here = new ArrayList<>();
        for (int n = 0; n < seeks; n++) {
            double asked = chance.nextDouble() * (frames.size() - PIECE - 1) * 0.02;
            int index = (int) Math.floor(asked / 0.02);
            Correlation.Match match =
                    track.reference().find(heard(frames, index), asked, NEAR_SECONDS);
            if (match.isCertain()) {
                here.add(Math.abs(match.position() / 48_000.0 - asked) * 1000);
            } else {
                lost++;
            }
        }
        values.put(track.name() + "_ms_max", of(here).max());
        errors.addAll(here);
    }

    private static float[] heard(List<byte[]> frames, int index) {
        int first = Math.max(0, index - PRE_ROLL);
        float[] mono =
                Correlation.mono(OpusPackets.decodeAll(frames.subList(first, index + PIECE)));
        return Arrays.copyOfRange(mono, (index - first) * OpusPackets.SAMPLES, mono.length);
    }

    private void peer(Timecode track, LavaplayerSeeks lavaplayer) throws InterruptedException {
        LavaplayerSeeks.Found found = lavaplayer.seek(track, PEER_SEEKS, chance);
        if (!found.errorsMs().isEmpty()) {
            values.put("peer_" + track.name() + "_ms_max", of(found.errorsMs()).max());
        }
        if (found.lost() > 0) {
            values.put("peer_" + track.name() + "_seeks_lost", found.lost());
        }
        peers.addAll(found.errorsMs());
        peersLost += found.lost();
    }

    private Map<String, Object> result() {
        values.put("seeks", errors.size() + lost);
        values.put("seeks_lost", lost);
        put("error", errors, lost);
        values.put("error_within_20ms_share_target", 1.0);
        values.put("peer_seeks", peers.size() + peersLost);
        values.put("peer_seeks_lost", peersLost);
        put("peer_error", peers, peersLost);
        return values;
    }

    private void put(String name, List<Double> ms, int without) {
        long near = ms.stream().filter(error -> error <= TARGET_MS).count();
        values.put(name + "_ms_p95", of(ms).percentile(95));
        values.put(name + "_ms_max", of(ms).max());
        values.put(name + "_within_20ms_share", near / (double) (ms.size() + without));
    }

    private static Figures of(List<Double> values) {
        return Figures.of(values.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
