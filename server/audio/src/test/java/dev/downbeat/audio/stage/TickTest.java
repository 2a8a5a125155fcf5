package dev.downbeat.audio.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.downbeat.audio.Ticked;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

class TickTest {
    private static final long MILLI = 1_000_000;

    private final MovedClock clock = new MovedClock();
    private final Tick tick = new Tick(clock, 1, _ -> null);
    private final List<Long> heard = new ArrayList<>();

    private void turn() {
        tick.turn();
        tick.senders().forEach(Sender::turn);
    }

    private void advance(long millis) {
        clock.advance(millis * MILLI);
        turn();
    }

    @Test
    void theNumberFollowsFromTheClockAlone() {
        turn();
        tick.join(heard::add);

        advance(20);
        advance(19);
        advance(1);
        advance(25);

        assertEquals(List.of(1L, 2L, 3L), heard);
    }

    @Test
    void theWaitEndsAtTheNextTickHoweverLateThisOneCame() {
        turn();
        clock.advance(27 * MILLI);

        assertEquals(13 * MILLI, tick.turn());
        assertEquals(13 * MILLI, tick.turn());
    }

    @Test
    void aShortStallIsMadeUpForTickByTick() {
        turn();
        tick.join(heard::add);

        advance(60);

        assertEquals(List.of(1L, 2L, 3L), heard);
    }

    @Test
    void afterALongStallOnlyTheNewestTicksAreCalled() {
        turn();
        tick.join(heard::add);
        advance(20);

        advance(1_000);
        advance(20);

        assertEquals(List.of(1L, 49L, 50L, 51L, 52L), heard);
        assertEquals(49, tick.figures().skipped());
    }

    @Test
    void oneThatJoinsHearsNoTickOfThePast() {
        turn();
        advance(1_000);
        tick.join(heard::add);
        turn();

        advance(20);

        assertEquals(List.of(51L), heard);
    }

    @Test
    void aClosedOneIsNotCalled() throws Exception {
        AutoCloseable membership = tick.join(heard::add);
        advance(20);
        membership.close();

        advance(20);

        assertEquals(List.of(0L, 1L), heard);
    }

    @Test
    void aSlowOneMovesToAThreadOfItsOwn() {
        turn();
        tick.join(_ -> clock.advance(6 * MILLI));
        tick.join(heard::add);

        for (int i = 1; i <= 3; i++) {
            clock.moveTo(tick.schedule().nanosAt(i));
            turn();
        }

        assertEquals(2, tick.senders().size());
        assertEquals(1, tick.figures().moved());
        clock.moveTo(tick.schedule().nanosAt(4));
        tick.turn();
        tick.senders().getFirst().turn();
        assertEquals(tick.schedule().nanosAt(4), clock.getAsLong());
        assertEquals(List.of(1L, 2L, 3L, 4L), heard);
        tick.senders().getLast().turn();
        assertEquals(tick.schedule().nanosAt(4) + 6 * MILLI, clock.getAsLong());
    }

    @Test
    void slowCallsFarApartAreTheMachines() {
        turn();
        tick.join(n -> clock.advance(n % 501 == 1 ? 6 * MILLI : 0));

        for (int i = 1; i <= 2_100; i++) {
            clock.moveTo(tick.schedule().nanosAt(i));
            turn();
        }

        assertEquals(0, tick.figures().moved());
    }

    @Test
    void theThreadOfAMovedOneEndsWithIt() throws Exception {
        turn();
        AutoCloseable membership = tick.join(_ -> clock.advance(6 * MILLI));
        for (int i = 1; i <= 3; i++) {
            clock.moveTo(tick.schedule().nanosAt(i));
            turn();
        }

        membership.close();

        assertEquals(1, tick.senders().size());
    }

    @Test
    void whatOneThrowsTheOthersDoNotNotice() {
        tick.join(_ -> {
            throw new AssertionError("planted");
        });
        tick.join(heard::add);

        advance(20);

        assertEquals(List.of(0L, 1L), heard);
        assertEquals(2, tick.figures().failedCalls());
    }

    @Test
    void oneThatThrowsForFiveSecondsIsDroppedAndTold() {
        AtomicReference<Throwable> told = new AtomicReference<>();
        turn();
        tick.join(
                new Ticked() {
                    @Override
                    public void tick(long number) {
                        heard.add(number);
                        throw new IllegalStateException("planted");
                    }

                    @Override
                    public void dropped(Throwable last) {
                        told.set(last);
                    }
                });

        for (int i = 0; i < 260; i++) {
            advance(20);
        }

        assertEquals(250, heard.size());
        assertEquals("planted", told.get().getMessage());
        assertEquals(1, tick.figures().dropped());
    }

    @Test
    void closingWaitsForTheRunningCall() throws Exception {
        CountDownLatch within = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        AutoCloseable membership =
                tick.join(_ -> {
                    within.countDown();
                    await(go);
                });
        clock.advance(20 * MILLI);
        tick.turn();
        Thread sender = Thread.startVirtualThread(() -> tick.senders().getFirst().turn());
        await(within);
        Thread closer = Thread.ofPlatform().start(() -> close(membership));
        assertFalse(closer.join(Duration.ofMillis(50)), "closed during the call");

        go.countDown();

        assertTrue(closer.join(Duration.ofSeconds(10)));
        sender.join();
    }

    @Test
    void oneMayCloseItselfWithinItsCall() {
        AtomicReference<AutoCloseable> membership = new AtomicReference<>();
        membership.set(
                tick.join(number -> {
                    heard.add(number);
                    close(membership.get());
                }));

        advance(20);
        advance(20);

        assertEquals(List.of(0L), heard);
    }

    @Test
    void itsThreadsCallAndEnd() {
        Tick real = Tick.start(System::nanoTime);
        CountDownLatch threeTimes = new CountDownLatch(3);
        AtomicReference<Thread> caller = new AtomicReference<>();
        real.join(_ -> {
            caller.set(Thread.currentThread());
            threeTimes.countDown();
        });

        await(threeTimes);
        real.close();

        assertFalse(caller.get().isAlive());
        assertTrue(caller.get().isDaemon());
        assertTrue(real.figures().lateP99Micros() >= real.figures().lateP50Micros());
    }

    private static void close(AutoCloseable membership) {
        try {
            membership.close();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(10, TimeUnit.SECONDS), "did not happen");
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
