package dev.downbeat.audio;

import dev.downbeat.audio.stage.Stages;
import dev.downbeat.audio.stage.Tick;
import dev.downbeat.audio.store.FrameStore;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongSupplier;

/** The sound side on this machine: one frame store, one tick, the stages between them. */
final class LocalAudio implements Audio {
    private final FrameStore store;
    private final Tick tick;
    private final Stages stages;

    LocalAudio(Path folder, long capacityBytes, LongSupplier nanos) {
        store = FrameStore.open(folder, capacityBytes);
        // Cleared with all else in that folder when it is opened again.
        NativeLibraries.unpackInto(folder.resolve("natives"));
        tick = Tick.start(nanos);
        stages = new Stages(tick, store);
    }

    @Override
    public Probe probe(MediaStream bytes) {
        return store.probe(bytes);
    }

    @Override
    public MediaKey keyOf(MediaStream bytes) {
        return store.keyOf(bytes);
    }

    @Override
    public void prepare(Medium medium) {
        store.prepare(medium);
    }

    @Override
    public void forget(MediaKey key) {
        store.forget(key);
    }

    @Override
    public Stage stage() {
        return stages.open();
    }

    @Override
    public AutoCloseable join(Ticked ticked) {
        return tick.join(ticked);
    }

    @Override
    public TickFigures tickFigures() {
        return tick.figures();
    }

    @Override
    public Optional<FrameFault> frameFault() {
        return store.fault();
    }

    @Override
    public void checkFrames() {
        store.check();
    }

    /** The tick first: nothing is called any more while the rest goes. */
    @Override
    public void close() {
        tick.close();
        stages.close();
        store.close();
    }
}
