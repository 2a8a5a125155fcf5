package dev.downbeat.demo.bench;

import dev.downbeat.demo.whole.Audacious;
import dev.downbeat.demo.whole.Ear;
import dev.downbeat.demo.whole.Loudspeaker;
import dev.downbeat.demo.whole.Music;
import dev.downbeat.demo.whole.PlayerPosition;
import dev.downbeat.demo.whole.SessionBus;
import dev.downbeat.demo.whole.Whole;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** How far voice is from a player that says its position in steps of 250 ms. */
final class AudaciousBench implements Benchmark {
    @Override
    public String name() {
        return "audacious";
    }

    @Override
    public String about() {
        return "position of the frame sent to voice minus what Audacious's loudspeaker plays";
    }

    @Override
    public Map<String, Object> measure(Path folder) throws IOException, InterruptedException {
        Path library = folder.resolve("music");
        Duration length = Duration.ofSeconds(SyncRun.trackSeconds());
        Music music = Music.make(library, "Steps", "flac", length, 12);
        try (Whole whole = Whole.start(folder, library)) {
            SessionBus bus = whole.keep(SessionBus.start(folder));
            Loudspeaker speaker = whole.keep(Loudspeaker.start(folder));
            whole.startParty("player");
            whole.companion(bus.address(), "audacious");
            Audacious player =
                    whole.keep(Audacious.play(folder, bus.address(), speaker, music.file()));
            Room room = new Room(whole, speaker, player, music);
            room.awaitSound();
            TimeUnit.SECONDS.sleep(10);
            return SyncRun.of(room, 120, 120);
        }
    }

    /** What a person hears who sits beside the host and listens to voice too. One thread. */
    private static final class Room implements SyncRun.Listening {
        private static final double NEAR_SECONDS = 2;
        private static final Duration PATIENCE = Duration.ofSeconds(60);

        private final Whole whole;
        private final Loudspeaker speaker;
        private final Audacious player;
        private final Music music;
        private final Ear ear;
        private @Nullable PlayerPosition last;

        Room(Whole whole, Loudspeaker speaker, Audacious player, Music music) {
            this.whole = whole;
            this.speaker = speaker;
            this.player = player;
            this.music = music;
            this.ear = new Ear(whole.discord().control().recording(whole.guild()));
        }

        void awaitSound() throws InterruptedException {
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (errorMs().isEmpty()) {
                if (System.nanoTime() > end) {
                    throw new IllegalStateException("no sound:\n" + whole.server().output());
                }
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }

        @Override
        public Optional<Double> errorMs() {
            Optional<PlayerPosition> truth = truth();
            truth.ifPresent(position -> last = position);
            return truth.flatMap(this::errorMs);
        }

        /** Near where it was; anywhere at first. */
        private Optional<PlayerPosition> truth() {
            PlayerPosition before = last;
            double expected = before == null ? 30 : before.secondsAt(System.nanoTime());
            return speaker.heard(music.reference(), expected, before == null ? 30 : NEAR_SECONDS);
        }

        private Optional<Double> errorMs(PlayerPosition truth) {
            return ear.newest(music.reference(), truth.seconds(), NEAR_SECONDS)
                    .map(heard -> (heard.seconds() - truth.secondsAt(heard.atNanos())) * 1000);
        }

        @Override
        public void seekForward() throws InterruptedException {
            PlayerPosition before = last;
            if (before != null) {
                int target = (int) before.secondsAt(System.nanoTime()) + 10;
                player.seek(target);
                last = new PlayerPosition(target, System.nanoTime(), 0);
            }
        }

        @Override
        public String serverUrl() {
            return whole.serverUrl();
        }
    }
}
