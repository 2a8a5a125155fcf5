package dev.downbeat.demo.bench;

import com.sedmelluq.discord.lavaplayer.natives.opus.OpusEncoder;

import dev.downbeat.demo.tracks.Tune;
import dev.downbeat.demo.whole.Program;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many times real time one core encodes canonical frames, beside ffmpeg's libopus. */
final class EncodeBench implements Benchmark {
    private static final int ROUNDS = 5;
    private static final int FRAME = 960;
    private static final Duration LENGTH = Duration.ofMinutes(3);
    private static final Pattern USER_TIME = Pattern.compile("utime=([0-9.]+)s stime=([0-9.]+)s");

    @Override
    public String name() {
        return "encode";
    }

    @Override
    public String about() {
        return "CPU of encoding 180 s to 20 ms Opus frames, beside ffmpeg's libopus, equal bitrate";
    }

    @Override
    public Map<String, Object> measure(Path folder) throws IOException {
        ShortBuffer stereo = stereo(Tune.compose(LENGTH, 7));
        Path raw = folder.resolve("in.s16");
        write(raw, stereo);
        List<Double> ours = new ArrayList<>();
        List<Double> peers = new ArrayList<>();
        long bytes = encode(stereo); // warms up, and tells the bitrate to ask of the peer
        long bitrate = bytes * 8 / LENGTH.toSeconds();
        for (int round = 0; round < ROUNDS; round++) {
            long before = threadCpu();
            encode(stereo);
            ours.add((threadCpu() - before) / 1e9);
            peers.add(peer(folder, raw, bitrate));
        }
        return result(bitrate, median(ours), median(peers));
    }

    private static Map<String, Object> result(long bitrate, double ours, double peer) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("bitrate", bitrate);
        values.put("times_real_time", LENGTH.toSeconds() / ours);
        values.put("peer_ffmpeg_times_real_time", LENGTH.toSeconds() / peer);
        values.put("ratio", peer / ours);
        values.put("ratio_target", 1.2);
        return values;
    }

    private static long encode(ShortBuffer stereo) {
        OpusEncoder encoder = new OpusEncoder(Tune.SAMPLE_RATE, 2, 10);
        ByteBuffer packet = ByteBuffer.allocateDirect(1_500);
        long bytes = 0;
        try {
            for (int at = 0; at + FRAME * 2 <= stereo.limit(); at += FRAME * 2) {
                bytes += encoder.encode(stereo.position(at), FRAME, packet.clear());
            }
        } finally {
            encoder.close();
        }
        return bytes;
    }

    private static double peer(Path folder, Path raw, long bitrate) {
        String command =
                "ffmpeg -nostdin -benchmark -hide_banner -threads 1 -f s16le -ar 48000 -ac 2 -i "
                        + raw
                        + " -c:a libopus -b:a "
                        + bitrate
                        + " -compression_level 10 -frame_duration 20 -threads 1 -f null -";
        try (Program ffmpeg =
                Program.start("ffmpeg", folder, Map.of(), List.of(command.split(" ")))) {
            String line = ffmpeg.await(l -> USER_TIME.matcher(l).find(), Duration.ofMinutes(1));
            Matcher times = USER_TIME.matcher(line);
            if (!times.find()) {
                throw new IllegalStateException("ffmpeg printed no times");
            }
            return Double.parseDouble(times.group(1)) + Double.parseDouble(times.group(2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static ShortBuffer stereo(short[] mono) {
        ShortBuffer out =
                ByteBuffer.allocateDirect(mono.length * 4)
                        .order(ByteOrder.nativeOrder())
                        .asShortBuffer();
        for (short sample : mono) {
            out.put(sample).put(sample);
        }
        return out.flip();
    }

    private static void write(Path file, ShortBuffer samples) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(samples.limit() * 2).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asShortBuffer().put(samples.duplicate().position(0));
        Files.write(file, bytes.array());
    }

    private static long threadCpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static double median(List<Double> values) {
        return Figures.of(values.stream().mapToDouble(Double::doubleValue).toArray())
                .percentile(50);
    }
}
