package dev.downbeat.bot;

import dev.downbeat.bot.voice.VoiceEncryption;
import dev.downbeat.engine.sound.FrameHealth;
import dev.downbeat.engine.sources.Sources;
import dev.downbeat.engine.sources.library.LibraryReport;
import dev.downbeat.engine.store.Store;
import dev.downbeat.engine.web.HealthPart;
import dev.downbeat.engine.web.HealthPart.State;
import dev.downbeat.engine.web.HealthPart.Weight;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The parts of {@code GET /health}. Database and frame store are asked every five seconds, not by
 * callers; a write that failed shows at once.
 */
final class Health implements AutoCloseable {
    private static final int ASK_SECONDS = 5;

    private final Store store;
    private final FrameHealth frames;
    private final ScheduledExecutorService asking =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("health").daemon().factory());
    private volatile boolean answering = true;

    Health(Store store, FrameHealth frames) {
        this.store = store;
        this.frames = frames;
        everyFewSeconds(this::ask);
        everyFewSeconds(frames::look);
    }

    private void everyFewSeconds(Runnable look) {
        var _ = asking.scheduleWithFixedDelay(look, ASK_SECONDS, ASK_SECONDS, TimeUnit.SECONDS);
    }

    private void ask() {
        answering = store.isWritable() || store.isFailing();
    }

    private State database() {
        boolean writable = answering && !store.isFailing();
        return new State(writable, store.kind() + (writable ? "" : ", cannot be written"));
    }

    private State frames() {
        return frames.fault()
                .map(fault -> new State(false, fault))
                .orElseGet(() -> new State(true, "can be kept"));
    }

    /**
     * @param gateway of Discord
     */
    List<HealthPart> parts(
            Supplier<State> gateway,
            Weight gatewayWeight,
            VoiceEncryption encryption,
            Sources sources) {
        State voice = new State(encryption.isLoaded(), encryption.words());
        return List.of(
                new HealthPart("database", Weight.NEEDED, this::database),
                new HealthPart("frames", Weight.NEEDED, this::frames),
                new HealthPart("gateway", gatewayWeight, gateway),
                new HealthPart("voice_encryption", Weight.INFORMATIVE, () -> voice),
                new HealthPart("sources", Weight.INFORMATIVE, () -> sources(sources)));
    }

    private static State sources(Sources sources) {
        String names =
                sources.list().stream()
                        .map(asked -> asked.source().name())
                        .collect(Collectors.joining(", "));
        LibraryReport library = sources.library();
        return new State(
                library.lost().isEmpty(), names + "; " + library.counts() + lost(library.lost()));
    }

    /** Anyone may ask, so a folder is named without the way to it. */
    private static String lost(List<Path> folders) {
        return folders.stream()
                .map(folder -> "; the library folder " + folder.getFileName() + " cannot be read")
                .collect(Collectors.joining());
    }

    @Override
    public void close() {
        asking.shutdownNow();
    }
}
