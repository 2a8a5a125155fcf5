package dev.downbeat.localdiscord.control;

import dev.downbeat.localdiscord.voice.CapturedFrame;
import dev.downbeat.localdiscord.voice.OggOpus;
import dev.downbeat.localdiscord.voice.Opus;

import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sends a voice channel's sound to one listener as Ogg files of half a second, each of which can be
 * decoded alone: it starts with the 8 frames before it, declared as pre-skip. One byte stands in
 * front: 1 when the file follows the former one without a gap, else 0.
 */
final class Listening {
    private static final int FRAMES = 25;
    private static final int RUN_UP = 8;
    private static final int SILENCE_BEFORE_QUIET = 5;
    private static final int MOST_UNSENT = 6;

    private final Session socket;
    private final AtomicInteger unsent = new AtomicInteger();
    private final Deque<Opus> before = new ArrayDeque<>();
    private final List<Opus> pending = new ArrayList<>();
    private long lastTimestamp = Long.MIN_VALUE;
    private int lastSource;
    private int silence;
    private byte follows;

    Listening(Session socket) {
        this.socket = socket;
    }

    /** Called on the thread that reads UDP, one packet after another. */
    void heard(CapturedFrame frame) {
        boolean isNext =
                frame.ssrc() == lastSource
                        && frame.timestamp() - lastTimestamp == OggOpus.SAMPLES_PER_FRAME;
        if (!isNext) {
            flush();
            before.clear();
            follows = 0;
        }
        lastTimestamp = frame.timestamp();
        lastSource = frame.ssrc();
        silence = frame.opus().isSilence() ? silence + 1 : 0;
        pending.add(frame.opus());
        if (pending.size() == FRAMES || silence == SILENCE_BEFORE_QUIET) {
            flush();
        }
    }

    private void flush() {
        if (pending.isEmpty()) {
            return;
        }
        List<Opus> frames = new ArrayList<>(before);
        frames.addAll(pending);
        byte[] ogg = OggOpus.file(frames, before.size());
        send(ogg);
        frames.subList(0, Math.max(0, frames.size() - RUN_UP)).clear();
        before.clear();
        before.addAll(frames);
        pending.clear();
        follows = 1;
    }

    private void send(byte[] ogg) {
        if (unsent.get() >= MOST_UNSENT) {
            follows = 0;
            return;
        }
        unsent.incrementAndGet();
        ByteBuffer message = ByteBuffer.allocate(1 + ogg.length).put(follows).put(ogg).flip();
        socket.sendBinary(
                message, Callback.from(unsent::decrementAndGet, _ -> unsent.decrementAndGet()));
    }
}
