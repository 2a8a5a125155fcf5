package dev.downbeat.demo.whole;

import dev.downbeat.demo.tracks.Tune;
import dev.downbeat.demo.tracks.Wav;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A made track in a real format with real tags, and what it truly sounds like. */
public record Music(Path file, String title, Reference reference) {
    private static final String ARTIST = "The Metronomes";

    /** Composed from {@code seed}, encoded by ffmpeg to what {@code extension} says. */
    public static Music make(
            Path folder, String title, String extension, Duration length, long seed)
            throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Path wav = Files.createTempFile("tune", ".wav");
        Wav.write(wav, Tune.compose(length, seed));
        Path file = folder.resolve(title + "." + extension);
        Output.of(
                List.of(
                        "ffmpeg",
                        "-nostdin",
                        "-v",
                        "error",
                        "-y",
                        "-i",
                        wav.toString(),
                        "-metadata",
                        "title=" + title,
                        "-metadata",
                        "artist=" + ARTIST,
                        file.toString()));
        Files.delete(wav);
        return new Music(file, title, Reference.decodedByFfmpeg(file));
    }
}
