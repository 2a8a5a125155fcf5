package dev.downbeat.engine.parties;

import dev.downbeat.engine.FaultTrace;
import dev.downbeat.engine.ServerClock;
import dev.downbeat.engine.reasons.Reason;
import dev.downbeat.party.Problem;
import dev.downbeat.party.Resolution;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Puts questions to one source: so many at once, each with a deadline. A source that does not end
 * in time is interrupted and keeps its place until it really ends. Any thread may call.
 */
final class Desk {
    private static final Logger LOG = LoggerFactory.getLogger(Desk.class);

    private final MusicSource source;
    private final Duration deadline;
    private final Places places;
    private final ServerClock clock;
    private final Counters counters;

    Desk(AskedSource asked, ServerClock clock, Counters counters) {
        this.source = asked.source();
        this.deadline = asked.deadline();
        this.places = new Places(asked.atOnce());
        this.clock = clock;
        this.counters = counters;
    }

    String name() {
        return source.name();
    }

    /** Waits at most as long as the deadline. */
    Resolution ask(MusicSource.Question question) throws InterruptedException {
        long end = clock.nanos() + deadline.toNanos();
        counters.questions.increment();
        if (!understands(question)) {
            return new Resolution.NotFound();
        }
        if (!places.tryAcquire(question.party(), question.asker(), deadline.toNanos())) {
            return late();
        }
        CompletableFuture<Resolution> answer = new CompletableFuture<>();
        Thread thread = Thread.startVirtualThread(() -> find(question, answer));
        try {
            return answer.get(Math.max(0, end - clock.nanos()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException _) {
            return late();
        } catch (ExecutionException fault) {
            return failed(fault);
        } finally {
            thread.interrupt();
        }
    }

    private boolean understands(MusicSource.Question question) {
        try {
            return source.understands(question);
        } catch (RuntimeException fault) {
            failed(fault);
            return false;
        }
    }

    private void find(MusicSource.Question question, CompletableFuture<Resolution> answer) {
        try {
            answer.complete(source.find(question));
        } catch (RuntimeException | Error fault) {
            answer.completeExceptionally(fault);
        } finally {
            places.release(question.party(), question.asker());
        }
    }

    private Resolution late() {
        counters.timeouts.increment();
        return new Resolution.Failed(Problem.SOURCE_TIMED_OUT, Reason.source(source.name()));
    }

    private Resolution failed(Throwable fault) {
        counters.faults.increment();
        LOG.error("Source {} failed: {}", source.name(), FaultTrace.of(fault));
        return new Resolution.Failed(Problem.SOURCE_UNAVAILABLE, Reason.source(source.name()));
    }
}
