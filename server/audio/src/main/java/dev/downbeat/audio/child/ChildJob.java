package dev.downbeat.audio.child;

import dev.downbeat.audio.MediaInfo;
import dev.downbeat.audio.MediaStream;
import dev.downbeat.audio.Refusal;
import dev.downbeat.audio.child.wire.Answer;
import dev.downbeat.audio.child.wire.Order;
import dev.downbeat.audio.child.wire.Packet;
import dev.downbeat.audio.child.wire.Take;

import org.jspecify.annotations.Nullable;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;

/** One job in one child, from the order to the child's being ready again. One thread. */
final class ChildJob {
    private static final Duration TURN = Duration.ofSeconds(1);

    /** So long may a source give no byte. */
    private static final Duration SOURCE_PATIENCE = Duration.ofSeconds(60);

    private final ChildProcess child;
    private final Feeder feeder;
    private final IngestListener listener;
    private final Duration silence;
    private final Duration whole;
    private Duration waited = Duration.ZERO;
    private Duration quiet = Duration.ZERO;
    private long delivered;
    private @Nullable MediaInfo info;
    private boolean heardAnything;

    /**
     * @param silence without a sign of life for so long, while no bytes are owed to it: it hangs
     * @param whole everything together; measured in the seconds in which nothing was heard
     */
    ChildJob(
            ChildProcess child,
            int job,
            MediaStream media,
            IngestListener listener,
            Duration silence,
            Duration whole) {
        this.child = child;
        this.feeder = new Feeder(media, child, job);
        this.listener = listener;
        this.silence = silence;
        this.whole = whole;
    }

    /**
     * @return the reason's code when the medium is refused, or null
     */
    @Nullable String run(Order order) throws ChildDied, InterruptedException {
        try (feeder) {
            child.send(order);
            String refused = null;
            while (true) {
                switch (next()) {
                    case Answer.Ready() -> {
                        return refused;
                    }
                    case Answer.Working() -> {}
                    case Answer.Need(long offset, long length) -> feeder.need(offset, length);
                    case Answer.Described(MediaInfo described) -> info = described;
                    case Answer.Made(Take take, long first, List<Packet> packets) ->
                            listener.made(take, first, packets);
                    case Answer.Counted(long frames) -> listener.counted(frames);
                    case Answer.Settled(long index) -> listener.settled(index);
                    case Answer.Finished() -> listener.finished();
                    case Answer.Refused(String reason) -> refused = reason;
                }
            }
        } catch (UncheckedIOException _) {
            throw new ChildDied(Refusal.DECODER_STOPPED.code());
        }
    }

    private Answer next() throws ChildDied, InterruptedException {
        quiet = Duration.ZERO;
        while (true) {
            Answer answer = child.take(TURN);
            if (answer != null) {
                heardAnything |= !(answer instanceof Answer.Working);
                return answer;
            }
            waited = waited.plus(TURN);
            quiet = sourceMoved() ? Duration.ZERO : quiet.plus(TURN);
            Duration patience = feeder.isOwing() ? SOURCE_PATIENCE : silence;
            if (quiet.compareTo(patience) >= 0 || waited.compareTo(whole) >= 0) {
                throw new ChildDied(
                        feeder.isOwing() ? Refusal.BYTES_STOPPED.code() : Refusal.TOO_SLOW.code());
            }
        }
    }

    private boolean sourceMoved() {
        long before = delivered;
        delivered = feeder.delivered();
        return delivered != before;
    }

    /** Whether the child did anything for this job; else its death is not the medium's fault. */
    boolean heardAnything() {
        return heardAnything;
    }

    @Nullable MediaInfo info() {
        return info;
    }
}
