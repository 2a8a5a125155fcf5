package dev.downbeat.demo.tracks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** One generated track: its words, its samples and its file in the demo's library folder. */
public record DemoTrack(String artist, String title, Duration length, long seed) {
    private static final Duration LENGTH = Duration.ofSeconds(70);
    private static final List<String> TITLES =
            List.of("Count Me In", "Three Two One", "Тихий такт");

    public static List<DemoTrack> all() {
        return IntStream.range(0, TITLES.size())
                .mapToObj(n ->
                        new DemoTrack(
                                "The Metronomes",
                                TITLES.get(n),
                                LENGTH.plusSeconds(7L * n),
                                100 + n))
                .toList();
    }

    public short[] samples() {
        return Tune.compose(length, seed);
    }

    /** Writes the track as a WAV file unless it is there already. */
    public Path writeTo(Path folder) {
        Path file = folder.resolve(artist + " - " + title + ".wav");
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(folder);
                Path whole = Files.createTempFile(folder, "making", ".tmp");
                Wav.write(whole, samples());
                Files.move(whole, file);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the demo's music to " + folder, e);
        }
    }
}
