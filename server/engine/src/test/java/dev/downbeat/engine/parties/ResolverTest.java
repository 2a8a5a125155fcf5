package dev.downbeat.engine.parties;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.downbeat.engine.ServerClock;
import dev.downbeat.party.MediaRef;
import dev.downbeat.party.PartyId;
import dev.downbeat.party.Problem;
import dev.downbeat.party.Resolution;
import dev.downbeat.party.SeatId;
import dev.downbeat.party.Track;
import dev.downbeat.party.TrackRequest;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

final class ResolverTest {
    private static final Duration SHORT = Duration.ofMillis(50);
    private static final int PLACES = 8;
    private static final Duration LONG = Duration.ofSeconds(20);

    private final Counters counters = new Counters();

    @Test
    void theFirstThatFindsItWins() throws Exception {
        FakeSource one = FakeSource.answering("one", new Resolution.NotFound());
        FakeSource two = FakeSource.answering("two", found("two"));
        FakeSource three = FakeSource.answering("three", found("three"));

        assertEquals(found("two"), resolve(LONG, one, two, three));
        assertEquals(0, three.asked());
    }

    @Test
    void notFoundByAnyIsNotFound() throws Exception {
        assertEquals(
                new Resolution.NotFound(),
                resolve(LONG, FakeSource.answering("one", new Resolution.NotFound())));
        assertEquals(new Resolution.NotFound(), resolve(LONG));
    }

    @Test
    void aFailureIsReportedOnlyWhenNobodyFindsIt() throws Exception {
        var failed = new Resolution.Failed(Problem.LINK_REFUSED, "why");
        FakeSource bad = FakeSource.answering("bad", failed);

        assertEquals(
                found("good"), resolve(LONG, bad, FakeSource.answering("good", found("good"))));
        assertEquals(
                failed, resolve(LONG, bad, FakeSource.answering("no", new Resolution.NotFound())));
    }

    @Test
    void thatSeveralFitIsReportedOnlyWhenNobodyFindsTheOne() throws Exception {
        var several = new Resolution.Several(List.of("A", "B"), 2);
        FakeSource vague = FakeSource.answering("vague", several);
        var failed = new Resolution.Failed(Problem.LINK_REFUSED, "why");

        assertEquals(
                found("good"), resolve(LONG, vague, FakeSource.answering("good", found("good"))));
        assertEquals(several, resolve(LONG, vague, FakeSource.answering("bad", failed)));
    }

    @Test
    void aSourceThatDoesNotUnderstandIsNotAsked() throws Exception {
        FakeSource deaf = FakeSource.deaf("deaf");

        assertEquals(new Resolution.NotFound(), resolve(LONG, deaf));
        assertEquals(0, deaf.asked());
    }

    @Test
    void aSlowSourceCostsItsDeadlineAndIsInterrupted() throws Exception {
        CountDownLatch interrupted = new CountDownLatch(1);
        FakeSource slow =
                new FakeSource(
                        "slow",
                        _ -> {
                            try {
                                new CountDownLatch(1).await();
                            } catch (InterruptedException _) {
                                interrupted.countDown();
                            }
                            return new Resolution.NotFound();
                        });

        assertEquals(
                new Resolution.Failed(Problem.SOURCE_TIMED_OUT, "source_slow"),
                resolve(SHORT, slow));
        assertTrue(interrupted.await(20, TimeUnit.SECONDS));
        assertEquals(1, counters.timeouts());
    }

    @Test
    void afterASlowSourceTheNextIsAsked() throws Exception {
        FakeSource slow = FakeSource.never("slow");

        assertEquals(
                found("next"), resolve(SHORT, slow, FakeSource.answering("next", found("next"))));
    }

    @Test
    void aSourceThatThrowsIsAFailure() throws Exception {
        FakeSource broken =
                new FakeSource(
                        "broken",
                        _ -> {
                            throw new IllegalStateException("bug");
                        });

        assertEquals(
                new Resolution.Failed(Problem.SOURCE_UNAVAILABLE, "source_broken"),
                resolve(LONG, broken));
        assertEquals(1, counters.faults());
    }

    @Test
    void aSourceThatNeverEndsKeepsOnlyItsOwnPlaces() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        FakeSource stuck = FakeSource.deafToInterrupts("stuck", release);
        Resolver resolver = resolver(SHORT, stuck, FakeSource.answering("ok", found("ok")));

        assertEquals(found("ok"), resolver.resolve(inquiry()));
        assertEquals(found("ok"), resolver.resolve(inquiry()));
        assertEquals(found("ok"), resolver.resolve(inquiry()));

        assertEquals(1, stuck.asked(), "one place for a person, still taken");
        release.countDown();
    }

    @Test
    void whoAsksForWhatNeverAnswersKeepsNobodyElseWaiting() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        FakeSource source =
                FakeSource.stuckFor("source", new SeatId("bad"), release, found("source"));
        Resolver resolver = resolver(SHORT, source);
        for (int n = 0; n < 8; n++) {
            resolver.resolve(inquiry("p", "bad"));
        }

        assertEquals(found("source"), resolver.resolve(inquiry("p", "good")));
        assertEquals(found("source"), resolver.resolve(inquiry("other", "good")));
        release.countDown();
    }

    @Test
    void aPartyHasAQuarterOfThePlaces() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        FakeSource stuck = FakeSource.deafToInterrupts("stuck", release);
        Resolver resolver = resolver(SHORT, stuck);
        for (int n = 0; n < 8; n++) {
            resolver.resolve(inquiry("p", "person " + n));
        }

        assertEquals(PLACES / 4, stuck.asked());
        release.countDown();
    }

    @Test
    void theAskerHearsWhichSourceItWaitsFor() throws Exception {
        List<String> heard = new ArrayList<>();
        FakeSource upload =
                new FakeSource(
                        "upload",
                        question -> {
                            question.awaited().accept(Duration.ofSeconds(7));
                            return found("upload");
                        });
        var inquiry =
                new Resolver.Inquiry(
                        new PartyId("p"),
                        new SeatId("h"),
                        new SeatId("a"),
                        new TrackRequest.Typed("x"),
                        (source, eta) -> heard.add(source + " " + eta.toSeconds()));

        resolver(LONG, upload).resolve(inquiry);

        assertEquals(List.of("upload 7"), heard);
    }

    private Resolution resolve(Duration deadline, MusicSource... sources)
            throws InterruptedException {
        return resolver(deadline, sources).resolve(inquiry());
    }

    private Resolver resolver(Duration deadline, MusicSource... sources) {
        List<AskedSource> asked = new ArrayList<>();
        for (MusicSource source : sources) {
            asked.add(new AskedSource(source, deadline, PLACES));
        }
        return new Resolver(asked, ServerClock.start(), counters);
    }

    private static Resolver.Inquiry inquiry() {
        return inquiry("p", "a");
    }

    private static Resolver.Inquiry inquiry(String party, String asker) {
        return new Resolver.Inquiry(
                new PartyId(party),
                new SeatId("h"),
                new SeatId(asker),
                new TrackRequest.Typed("x"),
                (_, _) -> {});
    }

    private static Resolution found(String source) {
        return new Resolution.Found(
                new Track(
                        new MediaRef(source + ":1"), "t", "a", Duration.ofMinutes(3), source, ""));
    }
}
