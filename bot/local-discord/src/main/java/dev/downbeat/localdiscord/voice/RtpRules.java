package dev.downbeat.localdiscord.voice;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Follows one ssrc and notes what breaks the rules of RTP or of Discord: sequence up by one, time
 * up by whole frames, five frames of silence before going quiet, no counter used twice. Guarded by
 * its recording.
 */
final class RtpRules {
    private static final int SAMPLES_PER_FRAME = 960;
    private static final int NOTES = 100;
    private static final int SILENCE_FRAMES = 5;

    private final Deque<String> notes = new ArrayDeque<>();
    private int ssrc;
    private boolean started;
    private long sequence;
    private long timestamp;
    private long counter;
    private int silenceRun;
    private long lost;
    private long late;
    private long violations;
    private long pauses;

    /** A new ssrc is a new stream: nothing about the former one counts. */
    void restart(int newSsrc) {
        ssrc = newSsrc;
        started = false;
        silenceRun = 0;
    }

    int ssrc() {
        return ssrc;
    }

    /** The unwrapped sequence, or -1 for a packet that is older than the newest. */
    long accept(int sequence16, long timestamp32, long nonce, boolean isSilence) {
        if (!started) {
            start(sequence16, timestamp32);
        } else {
            int step = (short) (sequence16 - (int) sequence);
            if (step <= 0) {
                late++;
                note("sequence " + sequence16 + " after " + (sequence & 0xFFFF));
                return -1;
            }
            lost += step - 1;
            advance(sequence + step, timestamp32, step);
            if (nonce == counter) {
                note("nonce counter " + nonce + " used twice");
            }
        }
        counter = nonce;
        silenceRun = isSilence ? silenceRun + 1 : 0;
        return sequence;
    }

    private void start(int sequence16, long timestamp32) {
        started = true;
        sequence = sequence16;
        timestamp = timestamp32;
    }

    private void advance(long newSequence, long timestamp32, int step) {
        long elapsed = (timestamp32 - timestamp) & 0xFFFF_FFFFL;
        if (elapsed > Integer.MAX_VALUE) {
            note("timestamp went back at sequence " + newSequence);
            elapsed = 0;
        } else if (elapsed % SAMPLES_PER_FRAME != 0 || elapsed < (long) step * SAMPLES_PER_FRAME) {
            note("timestamp moved " + elapsed + " samples in " + step + " packets");
        } else if (elapsed > (long) step * SAMPLES_PER_FRAME && step == 1) {
            pauses++;
            if (silenceRun < SILENCE_FRAMES) {
                note("went quiet after " + silenceRun + " frames of silence");
            }
        }
        sequence = newSequence;
        timestamp += elapsed;
    }

    private void note(String what) {
        violations++;
        if (notes.size() == NOTES) {
            notes.removeFirst();
        }
        notes.add(what);
    }

    long timestamp() {
        return timestamp;
    }

    long lost() {
        return lost;
    }

    long late() {
        return late;
    }

    long pauses() {
        return pauses;
    }

    long violations() {
        return violations;
    }

    List<String> notes() {
        return List.copyOf(notes);
    }
}
