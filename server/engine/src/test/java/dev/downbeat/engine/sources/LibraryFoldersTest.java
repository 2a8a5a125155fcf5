package dev.downbeat.engine.sources;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.downbeat.engine.parties.MediaBytes;
import dev.downbeat.engine.parties.MediaProbe;
import dev.downbeat.engine.parties.MusicSource;
import dev.downbeat.engine.reasons.Reason;
import dev.downbeat.engine.sources.library.Library;
import dev.downbeat.party.PartyId;
import dev.downbeat.party.Problem;
import dev.downbeat.party.Resolution;
import dev.downbeat.party.SeatId;
import dev.downbeat.party.TrackRequest;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A library right after the start: its files have names, and no tags yet. */
final class LibraryFoldersTest {
    private static final SeatId SEAT = new SeatId("discord:1");

    private final CountDownLatch reading = new CountDownLatch(1);
    private Library library;
    private LibraryFolders source;

    @BeforeEach
    void open(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("Kino - Star.mp3"), "a");
        library = Library.open(List.of(folder), this::probe);
        source = new LibraryFolders(library);
    }

    @AfterEach
    void close() {
        reading.countDown();
        library.close();
    }

    private MediaProbe.Probed probe(MediaBytes bytes) {
        try {
            reading.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return new MediaProbe.Probed.Tags("Cuckoo", "Kino", "", Duration.ofSeconds(100));
    }

    private Resolution find(TrackRequest what) {
        return source.find(
                new MusicSource.Question(new PartyId("p"), SEAT, SEAT, what, (Duration _) -> {}));
    }

    @Test
    void whatIsKnownByItsNameIsFoundAtOnce() {
        assertInstanceOf(Resolution.Found.class, find(new TrackRequest.Typed("kino star")));
    }

    @Test
    void aWishForWhatIsNotReadYetIsToldToComeAgain() {
        TrackRequest byTag = new TrackRequest.Typed("kino cuckoo");
        TrackRequest seen = new TrackRequest.Seen("Cuckoo", "Kino", "", Duration.ofSeconds(100));

        assertEquals(
                new Resolution.Failed(Problem.SOURCE_UNAVAILABLE, Reason.LIBRARY_READING.code()),
                find(byTag));
        assertEquals(new Resolution.NotFound(), find(seen), "the host's own file may do");

        reading.countDown();
        for (long due = System.nanoTime() + 20_000_000_000L; !library.firstLook().hasEnded(); ) {
            assertTrue(System.nanoTime() < due, "the first look never ends");
            Thread.onSpinWait();
        }
        assertInstanceOf(Resolution.Found.class, find(byTag));
        assertEquals(new Resolution.NotFound(), find(new TrackRequest.Typed("nothing has this")));
    }
}
