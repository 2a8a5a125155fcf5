package dev.downbeat.engine.sources.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Large files: read once, by few threads, as long as somebody waits. */
final class HashingTest {
    private static final String OF_NOTHING =
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    private final Hashing<String> hashing = new Hashing<>();
    private final List<Asker> askers = new ArrayList<>();

    /** A file that keeps a processor busy until it is let go or its reader is interrupted. */
    private static final class Busy implements ContentKeys.Opened {
        private final AtomicInteger opened = new AtomicInteger();
        private final CountDownLatch reading = new CountDownLatch(1);
        private final CountDownLatch closed = new CountDownLatch(1);
        private volatile boolean isLetGo;

        @Override
        public InputStream open() {
            opened.incrementAndGet();
            return new InputStream() {
                @Override
                public int read() {
                    return -1;
                }

                @Override
                public int read(byte[] into, int offset, int count) {
                    reading.countDown();
                    while (!isLetGo && !Thread.currentThread().isInterrupted()) {
                        Thread.onSpinWait();
                    }
                    return isLetGo ? -1 : count;
                }

                @Override
                public void close() {
                    closed.countDown();
                }
            };
        }
    }

    /** One who asks on a virtual thread, as the parties do. */
    private final class Asker {
        private final CompletableFuture<String> answer = new CompletableFuture<>();
        private final Thread thread;

        Asker(String key, ContentKeys.Opened bytes) {
            thread =
                    Thread.startVirtualThread(() -> {
                        try {
                            answer.complete(hashing.of(key, bytes));
                        } catch (IOException failure) {
                            answer.complete(String.valueOf(failure.getMessage()));
                        }
                    });
            askers.add(this);
        }

        Asker waiting() {
            while (thread.getState() != Thread.State.WAITING) {
                assertTrue(thread.isAlive(), "it waits");
                Thread.onSpinWait();
            }
            return this;
        }

        String answer() throws Exception {
            return answer.get(20, TimeUnit.SECONDS);
        }
    }

    @AfterEach
    void letAllGo() throws Exception {
        hashing.close();
        for (Asker asker : askers) {
            asker.answer();
        }
    }

    @Test
    void theHashIsThatOfAllBytes() throws Exception {
        assertEquals(
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                hashing.of("a", () -> new ByteArrayInputStream(new byte[] {'a', 'b', 'c'})));
    }

    @Test
    void whoAsksForAFileThatIsBeingReadWaitsForTheSameReading() throws Exception {
        Busy file = new Busy();
        Asker first = new Asker("a", file).waiting();
        Asker second = new Asker("a", file).waiting();

        file.isLetGo = true;

        assertEquals(List.of(OF_NOTHING, OF_NOTHING), List.of(first.answer(), second.answer()));
        assertEquals(1, file.opened.get());
    }

    @Test
    void manyBusyFilesHoldNoVirtualThread() throws Exception {
        for (int i = 0; i < Runtime.getRuntime().availableProcessors() + Hashing.THREADS; i++) {
            new Asker("file " + i, new Busy()).waiting();
        }
        CountDownLatch ran = new CountDownLatch(1);

        Thread.startVirtualThread(ran::countDown);

        assertTrue(ran.await(20, TimeUnit.SECONDS));
    }

    @Test
    void aReadingEndsWhenTheLastOneWhoWaitedIsGone() throws Exception {
        Busy file = new Busy();
        Asker first = new Asker("a", file).waiting();
        Asker second = new Asker("a", file).waiting();
        assertTrue(file.reading.await(20, TimeUnit.SECONDS));

        first.thread.interrupt();
        assertEquals("stopping", first.answer());
        assertEquals(1, file.closed.getCount());
        second.thread.interrupt();

        assertEquals("stopping", second.answer());
        assertTrue(file.closed.await(20, TimeUnit.SECONDS));
    }

    @Test
    void whatWasGivenUpIsReadAnewForTheNextOne() throws Exception {
        Busy file = new Busy();
        Asker first = new Asker("a", file).waiting();
        first.thread.interrupt();
        first.answer();
        file.isLetGo = true;

        assertEquals(OF_NOTHING, hashing.of("a", file));
    }

    @Test
    void beyondAsManyAsMayWaitOneIsRefusedUntilAnotherIsGivenUp() throws Exception {
        Asker last = new Asker("first", new Busy()).waiting();
        for (int i = 1; i < Hashing.THREADS + Hashing.MOST_WAITING; i++) {
            last = new Asker("file " + i, new Busy()).waiting();
        }

        IOException refused =
                assertThrows(IOException.class, () -> hashing.of("one more", new Busy()));
        last.thread.interrupt();
        last.answer();
        new Asker("one more", new Busy()).waiting();

        assertEquals("library_busy", refused.getMessage());
    }

    @Test
    void atStopWhoWaitsIsToldAndReadingEnds() throws Exception {
        Busy file = new Busy();
        Asker waiting = new Asker("a", file).waiting();
        assertTrue(file.reading.await(20, TimeUnit.SECONDS));

        hashing.close();

        assertEquals("stopping", waiting.answer());
        assertTrue(file.closed.await(20, TimeUnit.SECONDS));
        assertEquals(
                "stopping",
                assertThrows(IOException.class, () -> hashing.of("b", file)).getMessage());
    }

    @Test
    void whyAFileCouldNotBeReadIsToldToAllWhoWait() {
        IOException failure =
                assertThrows(
                        IOException.class,
                        () ->
                                hashing.of(
                                        "a",
                                        () -> {
                                            throw new IOException("library_gone");
                                        }));

        assertEquals("library_gone", failure.getMessage());
    }
}
