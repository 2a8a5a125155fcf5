package dev.downbeat.companion;

/** The companion's clock: monotonic, in ms with fraction; its zero means nothing. */
@FunctionalInterface
public interface Monotonic {
    double nowMs();

    /** The machine's own. */
    static Monotonic ofMachine() {
        return () -> System.nanoTime() / 1e6;
    }
}
