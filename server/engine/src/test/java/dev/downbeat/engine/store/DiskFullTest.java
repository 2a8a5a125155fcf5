package dev.downbeat.engine.store;

import static dev.downbeat.engine.store.StoreContract.HOST;
import static dev.downbeat.engine.store.StoreContract.PARTY;
import static dev.downbeat.engine.store.StoreContract.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.downbeat.engine.MovedClock;
import dev.downbeat.party.PartyEvent;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

@SuppressWarnings("NullAway.Init") // set by JUnit
final class DiskFullTest {
    private static final int ENOUGH_TO_FILL_IT = 1_000;

    @TempDir private Path folder;

    private final MovedClock clock = new MovedClock();
    private final List<PartyEvent> acknowledged = new ArrayList<>();
    private Store store;

    @BeforeEach
    void open() {
        FullDisk.mount();
        store = Store.open(url(), folder, clock.clock());
        store.events().begin(PARTY, HOST, event(0));
        acknowledged.add(event(0));
    }

    @AfterEach
    void close() {
        FullDisk.empty();
        store.close();
    }

    private String url() {
        return "jdbc:h2:full:" + folder.resolve("downbeat");
    }

    @Test
    void whatReturnedIsThereAndItGoesOnWhenThereIsRoomAgain() throws Exception {
        for (int time = 0; time < 5; time++) {
            fill();
            assertThrows(StoreFailed.class, this::append, "the disk is full");
            assertTrue(store.isFailing());
            assertFalse(store.isWritable());

            FullDisk.empty();
            later();
            append();

            assertFalse(store.isFailing());
            assertTrue(store.isWritable());
            assertEquals(acknowledged, store.events().load(PARTY).events());
        }
    }

    @Test
    void itCanBeReadWhileTheDiskIsFull() throws Exception {
        fill();
        later();

        assertHasWhatReturned();
    }

    @Test
    void aKillWhileTheDiskIsFullLosesNothingThatReturned() throws Exception {
        fill();
        for (int tries = 0; tries < 5; tries++) {
            later();
            assertThrows(StoreFailed.class, this::append);
        }
        Path killed = Files.createDirectories(folder.resolve("killed"));
        Files.copy(file(), killed.resolve("downbeat.mv.db"));

        try (Store again = Store.open("", killed, clock.clock())) {
            assertEquals(acknowledged, again.events().load(PARTY).events());
        }
    }

    @Test
    void itIsMendedWithoutAnyoneAsking() throws Exception {
        fill();
        FullDisk.empty();
        later();

        while (store.isFailing()) {
            Thread.onSpinWait();
        }

        append();
    }

    @Test
    void aBadWriteIsNoFaultOfTheDatabase() {
        assertThrows(StoreFailed.class, () -> store.events().append(PARTY, 0, List.of(event(1))));

        assertFalse(store.isFailing());
    }

    @Test
    void nothingIsWrittenBesideTheDatabase() throws Exception {
        fill();
        FullDisk.empty();
        later();
        append();

        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(file()), files.filter(file -> !file.endsWith("backups")).toList());
        }
    }

    private Path file() {
        return folder.resolve("downbeat.mv.db");
    }

    /** Until a write fails; nothing more fits then, and no waiting makes it fit. */
    private void fill() throws IOException {
        FullDisk.fillUpTo(Files.size(file()) + 30_000);
        assertThrows(
                StoreFailed.class,
                () -> {
                    for (int i = 0; i < ENOUGH_TO_FILL_IT; i++) {
                        append();
                    }
                });
    }

    private void append() {
        PartyEvent event = event(acknowledged.size());
        store.events().append(PARTY, acknowledged.size(), List.of(event));
        acknowledged.add(event);
    }

    private void later() {
        clock.move(Connections.BETWEEN_TRIES);
    }

    /** A write that failed may be there too: its writer looks. */
    private void assertHasWhatReturned() {
        List<PartyEvent> events = store.events().load(PARTY).events();
        assertEquals(acknowledged, events.subList(0, acknowledged.size()));
    }
}
