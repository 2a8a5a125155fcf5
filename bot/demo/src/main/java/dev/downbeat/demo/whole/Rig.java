package dev.downbeat.demo.whole;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A party that follows a real mpv: the built programs, hosting, with made music. One thread. */
public final class Rig implements AutoCloseable {
    private static final double NEAR_SECONDS = 2.0;

    private final Whole whole;
    private final Mpv mpv;
    private final Ear ear;
    private final String bus;
    private final List<Music> music;
    private Program companion;

    private Rig(Whole whole, SessionBus bus, Mpv mpv, Program companion, List<Music> music) {
        this.whole = whole;
        this.bus = bus.address();
        this.mpv = mpv;
        this.companion = companion;
        this.music = List.copyOf(music);
        this.ear = new Ear(whole.discord().control().recording(whole.guild()));
    }

    /** The library holds {@code music}; the player has the first of it loaded and is paused. */
    public static Rig start(Path folder, List<Music> music)
            throws IOException, InterruptedException {
        Path library = music.getFirst().file().resolveSibling("").toAbsolutePath();
        Whole whole = Whole.start(folder, library);
        return with(whole, whole.keep(SessionBus.start(folder)), folder, music);
    }

    /** The library is empty; the host lends the files of the folder that holds {@code music}. */
    public static Rig lending(Path folder, List<Music> music)
            throws IOException, InterruptedException {
        Path own = music.getFirst().file().resolveSibling("").toAbsolutePath();
        Whole whole = Whole.start(folder, Files.createDirectories(folder.resolve("empty")));
        SessionBus bus = whole.keep(SessionBus.start(folder));
        whole.companionSays(bus.address(), "uploads", "on").join(Whole.PATIENCE);
        whole.companionSays(bus.address(), "folders", "add", own.toString()).join(Whole.PATIENCE);
        return with(whole, bus, folder, music);
    }

    private static Rig with(Whole whole, SessionBus bus, Path folder, List<Music> music)
            throws IOException, InterruptedException {
        Mpv mpv = whole.keep(Mpv.start(folder, bus.address()));
        mpv.load(music.getFirst().file());
        for (Music later : music.subList(1, music.size())) {
            mpv.append(later.file());
        }
        whole.startParty("player");
        return new Rig(whole, bus, mpv, whole.companion(bus.address(), "mpv"), music);
    }

    public Whole whole() {
        return whole;
    }

    public Mpv mpv() {
        return mpv;
    }

    public Ear ear() {
        return ear;
    }

    public Music music(int index) {
        return music.get(index);
    }

    /** Kills the companion and starts it again. */
    public void restartCompanion() {
        companion.kill();
        companion = whole.keep(whole.companionSays(bus, "host"));
    }

    public Program companion() {
        return companion;
    }

    /** Voice against player now, in ms; positive when voice is ahead; empty while one is silent. */
    public Optional<Double> errorMs(Music playing) {
        PlayerPosition truth = mpv.heard();
        if (Double.isNaN(truth.seconds())) {
            return Optional.empty();
        }
        return ear.newest(playing.reference(), truth.seconds(), NEAR_SECONDS)
                .map(heard -> (heard.seconds() - truth.secondsAt(heard.atNanos())) * 1000);
    }

    /** Waits until voice plays what the player plays. Returns how long that took. */
    public Duration awaitSound(Music playing, Duration patience) throws InterruptedException {
        long start = System.nanoTime();
        while (System.nanoTime() - start < patience.toNanos()) {
            // Later than what was still on its way when, say, the server was killed.
            long waited = System.nanoTime() - start;
            if (waited > 2 * Ear.FRESH_NANOS && errorMs(playing).isPresent()) {
                return Duration.ofNanos(waited);
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        throw new IllegalStateException(
                "no sound; status: "
                        + whole.run("party status", Map.of()).text()
                        + "\nserver:\n"
                        + whole.server().output()
                        + "\ncompanion:\n"
                        + companion.output());
    }

    @Override
    public void close() {
        whole.close();
    }
}
