package dev.downbeat.bot;

import dev.downbeat.audio.Audio;
import dev.downbeat.engine.ServerClock;
import dev.downbeat.engine.store.Store;
import dev.downbeat.engine.store.StoreRefused;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What everything else stands on: the clock, the database, the sound. */
record Foundation(ServerClock clock, Store store, Audio audio) {
    private static final long MEGABYTE = 1L << 20;

    /**
     * @throws CannotStart with what an operator can do about it
     */
    static Foundation lay(Settings settings, Closing closing) {
        Path folder = folder(settings.data().dir());
        ServerClock clock = ServerClock.start();
        Store store = closing.add(store(settings, folder, clock));
        long capacity = settings.store().capacityMegabytes() * MEGABYTE;
        try {
            Audio audio = Audio.open(folder.resolve("frames"), capacity, clock::nanos);
            return new Foundation(clock, store, closing.add(audio));
        } catch (UncheckedIOException fault) {
            throw new CannotStart("the frame store in " + folder + " cannot be used", fault);
        }
    }

    private static Path folder(Path dir) {
        try {
            Path folder = Files.createDirectories(dir.toAbsolutePath());
            if (!Files.isWritable(folder)) {
                throw new CannotStart(
                        "data.dir " + folder + " cannot be written; let this user write to it");
            }
            return folder;
        } catch (IOException fault) {
            throw new CannotStart("data.dir cannot be made: " + dir.toAbsolutePath(), fault);
        }
    }

    private static Store store(Settings settings, Path folder, ServerClock clock) {
        try {
            return Store.open(settings.database().url().text(), folder, clock);
        } catch (StoreRefused refused) {
            throw new CannotStart(String.valueOf(refused.getMessage()), refused);
        }
    }
}
