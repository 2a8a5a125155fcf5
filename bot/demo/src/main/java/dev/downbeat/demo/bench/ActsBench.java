package dev.downbeat.demo.bench;

import dev.downbeat.demo.whole.Change;
import dev.downbeat.demo.whole.Music;
import dev.downbeat.demo.whole.PlayerPosition;
import dev.downbeat.demo.whole.Rig;
import dev.downbeat.localdiscord.voice.CapturedFrame;
import dev.downbeat.localdiscord.voice.Recording;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** From the host's act in mpv to the first changed frame in voice; tracks are in the store. */
final class ActsBench implements Benchmark {
    private static final int ROUNDS = Integer.getInteger("downbeat.bench.rounds", 20);
    private static final Duration LENGTH = Duration.ofMinutes(4);
    private static final long AFTER_ACT_MILLIS = 2_500;

    private final Random chance = new Random(5);

    @Override
    public String name() {
        return "acts";
    }

    @Override
    public String about() {
        return "host pauses, seeks, changes track in mpv: time to the first changed frame in voice";
    }

    @Override
    public Map<String, Object> measure(Path folder) throws IOException, InterruptedException {
        Path library = folder.resolve("music");
        List<Music> music =
                List.of(
                        Music.make(library, "First", "flac", LENGTH, 21),
                        Music.make(library, "Second", "mp3", LENGTH, 22));
        try (Rig rig = Rig.start(folder, music)) {
            warmUp(rig);
            Map<String, Object> values = new LinkedHashMap<>();
            pauses(rig).put(values);
            seeks(rig).put(values);
            changes(rig).put(values);
            return values;
        }
    }

    private static void warmUp(Rig rig) throws InterruptedException {
        rig.mpv().play();
        rig.awaitSound(rig.music(0), Duration.ofSeconds(30));
        TimeUnit.SECONDS.sleep(5);
        rig.mpv().next();
        rig.awaitSound(rig.music(1), Duration.ofSeconds(30));
        TimeUnit.SECONDS.sleep(8);
    }

    private HeardChanges pauses(Rig rig) throws InterruptedException {
        HeardChanges heard = new HeardChanges("pause", 300);
        for (int round = 0; round < ROUNDS; round++) {
            long index = recording(rig).nextIndex();
            long act = System.nanoTime();
            rig.mpv().pause();
            TimeUnit.MILLISECONDS.sleep(AFTER_ACT_MILLIS);
            Change.toSilence(since(rig, index), act)
                    .ifPresentOrElse(at -> heard.silent(act, at), heard::unheard);
            rig.mpv().play();
            TimeUnit.MILLISECONDS.sleep(1500 + chance.nextInt(500));
        }
        return heard;
    }

    private HeardChanges seeks(Rig rig) throws InterruptedException {
        HeardChanges heard = new HeardChanges("seek", 300);
        for (int round = 0; round < ROUNDS; round++) {
            long index = recording(rig).nextIndex();
            long act = System.nanoTime();
            rig.mpv().seek(5 + chance.nextInt((int) LENGTH.toSeconds() - 30));
            TimeUnit.MILLISECONDS.sleep(AFTER_ACT_MILLIS);
            heard.sounding(act, sound(rig, index, act, rig.music(1)));
            TimeUnit.MILLISECONDS.sleep(chance.nextInt(500));
        }
        return heard;
    }

    private HeardChanges changes(Rig rig) throws InterruptedException {
        HeardChanges heard = new HeardChanges("track_change_in_store", 600);
        for (int round = 0; round < ROUNDS; round++) {
            long index = recording(rig).nextIndex();
            long act = System.nanoTime();
            rig.mpv().command("playlist-play-index", round % 2);
            TimeUnit.MILLISECONDS.sleep(AFTER_ACT_MILLIS);
            heard.sounding(act, sound(rig, index, act, rig.music(round % 2)));
            TimeUnit.MILLISECONDS.sleep(chance.nextInt(500));
        }
        return heard;
    }

    private static Optional<Change.Heard> sound(Rig rig, long index, long act, Music music) {
        PlayerPosition now = rig.mpv().heard();
        return Change.toSound(since(rig, index), act, music.reference(), now::secondsAt);
    }

    private static Recording recording(Rig rig) {
        return rig.whole().discord().control().recording(rig.whole().guild());
    }

    private static List<CapturedFrame> since(Rig rig, long index) {
        return recording(rig).since(index);
    }
}
