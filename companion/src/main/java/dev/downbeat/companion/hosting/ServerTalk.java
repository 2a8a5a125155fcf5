package dev.downbeat.companion.hosting;

import dev.downbeat.companion.Monotonic;
import dev.downbeat.companion.words.Speech;
import dev.downbeat.companion.words.Text;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;

/**
 * Says what a server makes the companion say, without letting it fill the terminal: in 10 s each
 * line once and at most 10 of them, but the first of each kind always. What was left out is told as
 * a number when the 10 s are over. Safe for any thread. Times in ms of the companion's clock.
 */
final class ServerTalk implements Speech {
    static final int MOST_LINES = 10;
    static final double WINDOW = 10_000;
    private static final int LONGEST_WORD = 300;

    private final Monotonic clock;
    private final Speech speech;
    private final Set<Text> kinds = EnumSet.noneOf(Text.class);
    private final Set<String> lines = new HashSet<>();
    private double since = Double.NEGATIVE_INFINITY;
    private int more;

    ServerTalk(Monotonic clock, Speech speech) {
        this.clock = clock;
        this.speech = speech;
    }

    @Override
    public synchronized void say(Text text, Object... values) {
        timePassed();
        if (lines.isEmpty()) {
            since = clock.nowMs();
        }
        Object[] cut = Arrays.stream(values).map(ServerTalk::cut).toArray();
        boolean room = kinds.add(text) || lines.size() < MOST_LINES;
        if (room && lines.add(text + Arrays.toString(cut))) {
            speech.say(text, cut);
        } else {
            more++;
        }
    }

    private static Object cut(Object value) {
        return value instanceof String word && word.length() > LONGEST_WORD
                ? word.substring(0, LONGEST_WORD)
                : value;
    }

    /** Tells how much was left out, once the time for it has come. */
    synchronized void timePassed() {
        if (clock.nowMs() < wakeAt()) {
            return;
        }
        kinds.clear();
        lines.clear();
        if (more > 0) {
            speech.say(Text.MORE_LINES, more);
            more = 0;
        }
    }

    /** When {@link #timePassed()} has something to do; infinite when it has not. */
    synchronized double wakeAt() {
        return lines.isEmpty() ? Double.POSITIVE_INFINITY : since + WINDOW;
    }
}
