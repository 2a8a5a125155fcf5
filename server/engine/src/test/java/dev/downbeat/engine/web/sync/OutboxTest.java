package dev.downbeat.engine.web.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

final class OutboxTest {
    private final Reader reader = new Reader();
    private final Outbox outbox = new Outbox(reader);

    /** Takes a message only when told. */
    private static final class Reader implements Outbox.Line {
        final List<String> sent = new ArrayList<>();
        final Deque<Runnable> flying = new ArrayDeque<>();
        boolean slow;
        long nanos;

        @Override
        public void send(String text, Runnable taken, Runnable failed) {
            sent.add(text);
            flying.add(taken);
        }

        void take() {
            flying.remove().run();
        }

        @Override
        public void tooSlow() {
            slow = true;
        }

        @Override
        public long nanos() {
            return nanos;
        }
    }

    @Test
    void oneMessageFliesAtATime() {
        outbox.answer("a");
        outbox.answer("b");
        assertEquals(List.of("a"), reader.sent);

        reader.take();

        assertEquals(List.of("a", "b"), reader.sent);
    }

    @Test
    void aSlowReaderGetsTheNewestStateOnly() {
        outbox.state(Outbox.Kind.PLAYBACK, "one");
        outbox.state(Outbox.Kind.PLAYBACK, "two");
        outbox.state(Outbox.Kind.PLAYLIST, "list");
        outbox.state(Outbox.Kind.PLAYBACK, "three");

        reader.take();
        reader.take();
        reader.take();

        assertEquals(List.of("one", "three", "list"), reader.sent);
    }

    @Test
    void whoReadsNothingIsTooSlow() {
        for (int i = 0; i <= Outbox.MOST_ANSWERS + 1; i++) {
            outbox.answer("answer " + i);
        }

        assertTrue(reader.slow);
        assertEquals(1, reader.sent.size());
    }

    @Test
    void howLongAMessageIsStuckIsKnown() {
        assertEquals(0, outbox.stuckNanos());
        outbox.answer("a");
        reader.nanos = 7;
        assertEquals(7, outbox.stuckNanos());

        reader.take();

        assertEquals(0, outbox.stuckNanos());
    }

    @Test
    void theLastMessageIsSentBeforeTheEnd() {
        List<String> end = new ArrayList<>();
        outbox.answer("a");
        outbox.answer("dropped");
        outbox.last("last", () -> end.add("end"));
        outbox.answer("too late");

        reader.take();
        assertEquals(List.of(), end);
        reader.take();

        assertEquals(List.of("a", "last"), reader.sent);
        assertEquals(List.of("end"), end);
    }
}
