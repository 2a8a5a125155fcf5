package dev.downbeat.audio.stage;

import dev.downbeat.audio.Playback;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Writes down what a stage tells its listener. */
final class Told implements Playback {
    final List<String> words = new CopyOnWriteArrayList<>();

    @Override
    public void sounding(Duration position, long atNanos) {
        words.add("sounding " + position.toMillis() + " at " + atNanos);
    }

    @Override
    public void finished() {
        words.add("finished");
    }

    @Override
    public void failed(String reason) {
        words.add("failed " + reason);
    }
}
