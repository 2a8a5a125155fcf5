package dev.downbeat.engine.web;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

/** Reads what a caller sends: so much at most, and no slower than a line that carries music. */
final class Body {
    /** Bytes a second over the whole body, beyond {@link #GRACE}. */
    static final int SLOWEST = 8 * 1024;

    static final Duration GRACE = Duration.ofSeconds(10);

    /** So much that nobody wants is still taken in, so that the answer reaches who is sending. */
    private static final int MOST_WASTE = 8 * 1024 * 1024;

    private static final int CHUNK = 8 * 1024;

    private final LongSupplier nanos;

    Body(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** At most {@code most} bytes; more is a fault, and so is a trickle. */
    byte[] read(InputStream body, int most) throws IOException {
        try {
            return readAll(body, most);
        } catch (IOException e) {
            if (e.getCause() instanceof TimeoutException) {
                throw WebFault.of(Fault.TOO_SLOW);
            }
            throw e;
        }
    }

    private byte[] readAll(InputStream body, int most) throws IOException {
        long begun = nanos.getAsLong();
        byte[] bytes = new byte[Math.min(most + 1, CHUNK)];
        int count = 0;
        while (count <= most) {
            if (count == bytes.length) {
                bytes = Arrays.copyOf(bytes, (int) Math.min(most + 1L, bytes.length * 2L));
            }
            int got = body.read(bytes, count, bytes.length - count);
            if (got < 0) {
                return Arrays.copyOf(bytes, count);
            }
            count += got;
            if (isTooSlow(count, nanos.getAsLong() - begun)) {
                throw WebFault.of(Fault.TOO_SLOW);
            }
        }
        throw WebFault.of(Fault.TOO_LARGE);
    }

    static boolean isTooSlow(long bytes, long elapsedNanos) {
        Duration allowed = GRACE.plusMillis(bytes * 1_000 / SLOWEST);
        return elapsedNanos > allowed.toNanos();
    }

    /** Takes in the rest of what nobody wants any more, within bounds. */
    void drain(InputStream body) throws IOException {
        long begun = nanos.getAsLong();
        byte[] waste = new byte[CHUNK];
        int count = 0;
        int got = 0;
        while (got >= 0 && count < MOST_WASTE && nanos.getAsLong() - begun < GRACE.toNanos()) {
            got = body.read(waste);
            count += Math.max(0, got);
        }
    }
}
