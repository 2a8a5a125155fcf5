package dev.downbeat.engine.web.sync;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;

/**
 * What still has to go out to one socket: one message in flight, answers in order, and of each kind
 * of state only the newest. Any thread may call; no call waits.
 */
final class Outbox {
    /** Answers that wait; one more and the reader is too slow. */
    static final int MOST_ANSWERS = 64;

    private final Line line;
    private final Deque<String> answers = new ArrayDeque<>();
    private final Map<Kind, String> states = new EnumMap<>(Kind.class);
    private boolean flying;
    private long flyingSinceNanos;
    private boolean closed;
    private @Nullable Runnable afterLast;

    /** Kinds of state; a newer one of a kind replaces the one that waits. */
    enum Kind {
        PLAYBACK,
        PLAYLIST
    }

    /** The socket below. */
    interface Line {
        /** Sends and then calls back exactly once, on any thread. */
        void send(String text, Runnable sent, Runnable failed);

        void tooSlow();

        long nanos();
    }

    Outbox(Line line) {
        this.line = line;
    }

    void answer(String text) {
        boolean overflow;
        synchronized (this) {
            overflow = answers.size() >= MOST_ANSWERS;
            if (!overflow && afterLast == null) {
                answers.addLast(text);
            }
        }
        if (overflow) {
            close();
            line.tooSlow();
        } else {
            sendNext();
        }
    }

    void state(Kind kind, String text) {
        synchronized (this) {
            if (afterLast != null) {
                return;
            }
            states.put(kind, text);
        }
        sendNext();
    }

    /** One more message, nothing after it, and then the end. */
    void last(String text, Runnable then) {
        synchronized (this) {
            if (closed || afterLast != null) {
                return;
            }
            answers.clear();
            states.clear();
            answers.addLast(text);
            afterLast = then;
        }
        sendNext();
    }

    /** How long the message in flight has not been taken, in nanoseconds; 0 when none is. */
    synchronized long stuckNanos() {
        return flying ? line.nanos() - flyingSinceNanos : 0;
    }

    synchronized void close() {
        closed = true;
        answers.clear();
        states.clear();
    }

    private void sendNext() {
        String text = next();
        if (text != null) {
            line.send(text, this::sent, this::close);
        }
    }

    private synchronized @Nullable String next() {
        if (flying || closed) {
            return null;
        }
        String text = answers.pollFirst();
        for (Kind kind : Kind.values()) {
            text = text == null ? states.remove(kind) : text;
        }
        flying = text != null;
        flyingSinceNanos = line.nanos();
        return text;
    }

    private void sent() {
        Runnable end;
        synchronized (this) {
            flying = false;
            end = answers.isEmpty() ? afterLast : null;
        }
        if (end != null) {
            close();
            end.run();
        } else {
            sendNext();
        }
    }
}
