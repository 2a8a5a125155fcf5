package dev.downbeat.demo.bench;

import com.sedmelluq.discord.lavaplayer.player.AudioPlayer;
import com.sedmelluq.discord.lavaplayer.player.DefaultAudioPlayerManager;
import com.sedmelluq.discord.lavaplayer.source.AudioSourceManagers;
import com.sedmelluq.discord.lavaplayer.track.AudioTrack;
import com.sedmelluq.discord.lavaplayer.track.playback.AudioFrame;

import dev.downbeat.audio.Correlation;
import dev.downbeat.audio.OpusPackets;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * The peer: a playing Lavaplayer player is told to seek, and what it then gives is compared with
 * the position that it gives with it. One thread.
 */
final class LavaplayerSeeks implements AutoCloseable {
    private static final int PRE_ROLL = 8;
    private static final int PIECE = 5;
    private static final int BEFORE_SEEK = 25;
    private static final long FRAME_MILLIS = 20;
    private static final long JUMP_MILLIS = 100;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(4);

    /** What is found in all of a track must be more alike than what is found near by. */
    private static final double SURE = 0.8;

    private static final double NEAR_SECONDS = 0.6;

    private final DefaultAudioPlayerManager players = new DefaultAudioPlayerManager();

    LavaplayerSeeks() {
        AudioSourceManagers.registerLocalSource(players);
    }

    /**
     * @param errorsMs distance of what was heard from the position given, of each seek
     * @param lost seeks after which the track was dead, gave no frame from elsewhere, or nothing
     *     known
     */
    record Found(List<Double> errorsMs, int lost) {}

    Found seek(Timecode track, int seeks, Random chance) throws InterruptedException {
        List<Double> errors = new ArrayList<>();
        AudioPlayer player = players.createPlayer();
        try {
            for (int n = 0; n < seeks; n++) {
                AudioTrack playing = playing(player, track);
                List<AudioFrame> before = playing == null ? List.of() : pull(player, BEFORE_SEEK);
                if (playing == null || before.isEmpty()) {
                    player.stopTrack();
                    continue;
                }
                playing.setPosition(target(before.getLast(), track, chance));
                List<AudioFrame> after = settled(player, before.getLast().getTimecode());
                double error = after.isEmpty() ? Double.NaN : errorMs(after, track);
                if (Double.isNaN(error)) {
                    player.stopTrack();
                } else {
                    errors.add(error);
                }
            }
        } finally {
            player.destroy();
        }
        return new Found(errors, seeks - errors.size());
    }

    private @Nullable AudioTrack playing(AudioPlayer player, Timecode track) {
        if (player.getPlayingTrack() == null) {
            var loaded = players.loadItemSync(track.file().toString());
            if (!(loaded instanceof AudioTrack fresh)) {
                return null;
            }
            player.playTrack(fresh);
        }
        return player.getPlayingTrack();
    }

    /** Far from where it is now, so that the landing can be told from playing on. */
    private static long target(AudioFrame now, Timecode track, Random chance) {
        long length = (long) (track.reference().seconds() * 1000) - 10_000;
        while (true) {
            long target = 2_000 + chance.nextLong(Math.max(1, length - 2_000));
            if (Math.abs(target - now.getTimecode()) > 8_000) {
                return target;
            }
        }
    }

    private static List<AudioFrame> pull(AudioPlayer player, int count)
            throws InterruptedException {
        List<AudioFrame> frames = new ArrayList<>();
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (frames.size() < count && System.nanoTime() < end) {
            AudioFrame frame = player.provide();
            if (frame != null) {
                frames.add(frame);
            } else if (player.getPlayingTrack() == null) {
                return List.of();
            } else {
                TimeUnit.MILLISECONDS.sleep(2);
            }
        }
        return frames;
    }

    /** The first frames after the position jumped; old ones may come before. Empty: none came. */
    private static List<AudioFrame> settled(AudioPlayer player, long before)
            throws InterruptedException {
        long last = before;
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (System.nanoTime() < end) {
            List<AudioFrame> next = pull(player, 1);
            if (next.isEmpty()) {
                return List.of();
            }
            if (Math.abs(next.getFirst().getTimecode() - last - FRAME_MILLIS) > JUMP_MILLIS) {
                List<AudioFrame> after = new ArrayList<>(next);
                after.addAll(pull(player, PRE_ROLL + PIECE - 1));
                return after.size() == PRE_ROLL + PIECE ? after : List.of();
            }
            last = next.getFirst().getTimecode();
        }
        return List.of();
    }

    /** NaN when nothing of the track was heard. */
    private static double errorMs(List<AudioFrame> frames, Timecode track) {
        List<byte[]> packets = frames.stream().map(AudioFrame::getData).toList();
        float[] mono = Correlation.mono(OpusPackets.decodeAll(packets));
        float[] piece = Arrays.copyOfRange(mono, PRE_ROLL * OpusPackets.SAMPLES, mono.length);
        double given = frames.get(PRE_ROLL).getTimecode() / 1000.0;
        Correlation.Match match = track.reference().find(piece, given, NEAR_SECONDS);
        if (match.likeness() < SURE) {
            double length = track.reference().seconds();
            match = track.reference().find(piece, length / 2, length / 2);
        }
        return match.likeness() < SURE
                ? Double.NaN
                : Math.abs(match.position() / 48_000.0 - given) * 1000;
    }

    @Override
    public void close() {
        players.shutdown();
    }
}
