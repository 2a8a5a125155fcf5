package dev.downbeat.demo.whole;

/**
 * Where the host's player truly is, and the instant that is known for.
 *
 * @param seconds media position of what is being heard
 * @param atNanos by {@code System.nanoTime()}
 * @param uncertaintyNanos half the time the asking took
 */
public record PlayerPosition(double seconds, long atNanos, long uncertaintyNanos) {

    /** The position at another instant, if the player just plays on. */
    public double secondsAt(long nanos) {
        return seconds + (nanos - atNanos) / 1e9;
    }
}
