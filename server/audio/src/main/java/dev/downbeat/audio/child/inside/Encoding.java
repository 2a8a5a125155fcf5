package dev.downbeat.audio.child.inside;

import dev.downbeat.audio.Refusal;
import dev.downbeat.audio.child.format.Tags;
import dev.downbeat.audio.child.level.CanonicalEncoder;
import dev.downbeat.audio.child.level.Gain;
import dev.downbeat.audio.child.level.Loudness;
import dev.downbeat.audio.child.level.LoudnessByte;
import dev.downbeat.audio.child.level.Pcm;
import dev.downbeat.audio.child.wire.Answer;
import dev.downbeat.audio.child.wire.Packet;
import dev.downbeat.audio.child.wire.Take;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The encoding half of an ingest, on a thread of its own: at once from the wanted frame on (live),
 * then all of it in one go (clean). The live take ends where the clean one is sure to have
 * overtaken the listener.
 *
 * <p>What turns out to be no good is given up only while nothing of it was given out; else it is
 * heard to its end.
 */
final class Encoding implements Runnable {
    private static final long WHOLE_FILE_WAIT_MILLISECONDS = 400;
    private static final int FRAMES_AT_ONCE = 25;
    private static final int MARGIN_FRAMES = 30 * 50;

    /** The clean take is made at 100 times real time; in bad times at 20. */
    private static final int SLOWEST_SPEED = 20;

    private final Pcm pcm;
    private final Loudness loudness;
    private final Tags tags;
    private final long firstIndex;
    private final Speaker speaker;
    private boolean givenOut;
    private volatile boolean refused;
    private volatile boolean abandoned;
    private volatile boolean mayBeBetter;
    private volatile @Nullable String fault;
    private boolean counted;

    Encoding(Pcm pcm, Loudness loudness, Tags tags, long firstIndex, Speaker speaker) {
        this.pcm = pcm;
        this.loudness = loudness;
        this.tags = tags;
        this.firstIndex = firstIndex;
        this.speaker = speaker;
    }

    /**
     * The sound turned out to be no good. Before the end of the PCM is told.
     *
     * @param mayBeBetter another attempt may give more: what comes of this one is no whole
     */
    synchronized void refuse(boolean mayBeBetter) {
        this.mayBeBetter = mayBeBetter;
        refused = true;
        abandoned = !givenOut;
    }

    private synchronized boolean mayGiveOut() {
        givenOut = !abandoned;
        return givenOut;
    }

    @Nullable String fault() {
        return fault;
    }

    @Override
    public void run() {
        try {
            if (firstIndex >= 0) {
                listen();
            }
            pcm.await(Long.MAX_VALUE);
            count();
            if (!abandoned) {
                clean();
            }
        } catch (InterruptedException | RuntimeException _) {
            fault = Refusal.NOT_ENCODED.code();
        }
    }

    private void listen() throws InterruptedException {
        OptionalDouble known = liveGain();
        if (firstIndex > 0 || !pcm.ended()) {
            live(known);
        }
    }

    /** The final gain, where it is known when the wanted frame could be made. */
    private OptionalDouble liveGain() throws InterruptedException {
        pcm.await(CanonicalEncoder.sourceNeeded(pcm, firstIndex));
        OptionalDouble tagged = taggedGain();
        if (tagged.isPresent()) {
            return tagged;
        }
        return pcm.awaitEnd(WHOLE_FILE_WAIT_MILLISECONDS)
                ? OptionalDouble.of(measuredGain())
                : OptionalDouble.empty();
    }

    private OptionalDouble taggedGain() {
        OptionalDouble lufs = tags.loudness();
        return lufs.isPresent()
                ? OptionalDouble.of(Gain.forWhole(lufs.getAsDouble(), tags.peak().orElse(1)))
                : lufs;
    }

    private double measuredGain() {
        return Gain.forWhole(loudness.integrated(), loudness.peak());
    }

    private double finalGain() {
        return taggedGain().orElseGet(this::measuredGain);
    }

    private void live(OptionalDouble known) throws InterruptedException {
        double first = known.orElseGet(this::provisionalGain);
        Gain gain = Gain.of(first);
        boolean settled = known.isPresent();
        long stopAt = Long.MAX_VALUE;
        if (settled) {
            speaker.say(new Answer.Settled(firstIndex));
        }
        try (CanonicalEncoder encoder = new CanonicalEncoder(pcm, gain, firstIndex)) {
            Batch batch = new Batch(Take.LIVE, firstIndex, gain);
            while (!abandoned && encoder.index() < stopAt && hasSource(encoder.index())) {
                batch.add(encoder.next());
                if (stopAt == Long.MAX_VALUE && pcm.ended()) {
                    count();
                    long settledAt = settled ? encoder.index() : settle(gain, encoder.index());
                    settled = true;
                    stopAt = settledAt + MARGIN_FRAMES + packets() / SLOWEST_SPEED;
                }
            }
            batch.send();
        }
    }

    private long settle(Gain gain, long index) {
        long settledAt = gain.rampTo(finalGain(), index + 2);
        speaker.say(new Answer.Settled(settledAt));
        return settledAt;
    }

    private double provisionalGain() {
        return Gain.provisional(loudness.integrated(), loudness.peak());
    }

    private void clean() throws InterruptedException {
        Gain gain = Gain.of(finalGain());
        try (CanonicalEncoder encoder = new CanonicalEncoder(pcm, gain, 0)) {
            Batch batch = new Batch(Take.CLEAN, 0, gain);
            while (hasSource(encoder.index())) {
                batch.add(encoder.next());
            }
            batch.send();
        }
        if (!mayBeBetter) {
            speaker.say(new Answer.Finished());
        }
    }

    private boolean hasSource(long index) throws InterruptedException {
        pcm.await(CanonicalEncoder.sourceNeeded(pcm, index));
        return !pcm.ended() || index < packets();
    }

    private long packets() {
        return CanonicalEncoder.packets(pcm.frames(), pcm.sampleRate());
    }

    /** Not of what was refused: after its last frame the reason is told, and no good end. */
    private void count() {
        if (!counted && !refused) {
            counted = true;
            speaker.say(new Answer.Counted(packets()));
        }
    }

    /** Packets in a row on their way out: the first alone, so that it need not wait. */
    private final class Batch {
        private final Take take;
        private final Gain gain;
        private final List<Packet> packets = new ArrayList<>();
        private long first;
        private int size = 1;

        Batch(Take take, long first, Gain gain) {
            this.take = take;
            this.first = first;
            this.gain = gain;
        }

        void add(byte[] opus) {
            long index = first + packets.size();
            double lufs = loudness.ofFrame(index) + gain.at(index);
            packets.add(new Packet(opus, LoudnessByte.of(lufs)));
            if (packets.size() >= size) {
                send();
                size = FRAMES_AT_ONCE;
            }
        }

        void send() {
            if (!packets.isEmpty() && mayGiveOut()) {
                speaker.say(new Answer.Made(take, first, List.copyOf(packets)));
                first += packets.size();
                packets.clear();
            }
        }
    }
}
