package dev.downbeat.engine.parties;

import dev.downbeat.party.MediaRef;
import dev.downbeat.party.Resolution;
import dev.downbeat.party.SeatId;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** A source that a test writes the answers of. */
final class FakeSource implements MusicSource {
    private final AtomicInteger asked = new AtomicInteger();
    private final String name;
    private final Function<Question, Resolution> answers;
    private final boolean understands;

    FakeSource(String name, Function<Question, Resolution> answers) {
        this(name, answers, true);
    }

    private FakeSource(String name, Function<Question, Resolution> answers, boolean understands) {
        this.name = name;
        this.answers = answers;
        this.understands = understands;
    }

    static FakeSource answering(String name, Resolution answer) {
        return new FakeSource(name, _ -> answer);
    }

    static FakeSource deaf(String name) {
        return new FakeSource(name, _ -> new Resolution.NotFound(), false);
    }

    /** Answers only when interrupted. */
    static FakeSource never(String name) {
        return new FakeSource(
                name,
                _ -> {
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException _) {
                        Thread.currentThread().interrupt();
                    }
                    return new Resolution.NotFound();
                });
    }

    /** Goes on whatever it is told, until released. */
    static FakeSource deafToInterrupts(String name, CountDownLatch release) {
        return new FakeSource(
                name,
                _ -> {
                    awaitDeaf(release);
                    return new Resolution.NotFound();
                });
    }

    /** The same for one person; everybody else gets the answer at once. */
    static FakeSource stuckFor(
            String name, SeatId who, CountDownLatch release, Resolution forOthers) {
        return new FakeSource(
                name,
                question -> {
                    if (question.asker().equals(who)) {
                        awaitDeaf(release);
                    }
                    return forOthers;
                });
    }

    private static void awaitDeaf(CountDownLatch release) {
        while (release.getCount() > 0) {
            try {
                release.await();
            } catch (InterruptedException _) {
                // Deaf is what this source is.
            }
        }
    }

    int asked() {
        return asked.get();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean understands(Question question) {
        return understands;
    }

    @Override
    public Resolution find(Question question) {
        asked.incrementAndGet();
        return answers.apply(question);
    }

    @Override
    public MediaBytes open(MediaRef ref) throws IOException {
        throw new IOException("nothing to hear here");
    }
}
