package dev.downbeat.engine.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.downbeat.engine.MovedClock;
import dev.downbeat.engine.ServerClock;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.zip.ZipFile;

@SuppressWarnings("NullAway.Init") // set by JUnit
final class H2FileStoreTest extends StoreContract {
    private static final int COMMITS = 1_000;

    @TempDir private Path folder;

    @Override
    Store open() {
        return Store.open("", folder, ServerClock.start());
    }

    @Override
    void sql(String statement) throws Exception {
        String url = "jdbc:h2:file:" + folder.resolve("downbeat") + ";WRITE_DELAY=0";
        try (Connection connection =
                DriverManager.getConnection(url + ";DB_CLOSE_ON_EXIT=FALSE", "sa", "")) {
            connection.createStatement().execute(statement);
        }
    }

    @Test
    void aDatabaseInUseByAnotherProcessIsRefusedInOneLine() throws Exception {
        try (Holder _ = Holder.of(folder.resolve("other"))) {
            var refused =
                    assertThrows(
                            StoreRefused.class,
                            () -> Store.open("", folder.resolve("other"), ServerClock.start()));

            assertTrue(
                    String.valueOf(refused.getMessage()).contains("in use by another process"),
                    refused.getMessage());
        }
    }

    @Test
    void aFileOfWhichOnlyBackupsAreLeftIsNotBegunAnew() throws Exception {
        Path file = folder.resolve("downbeat.mv.db");
        store.backup();
        store.close();
        for (byte[] left : new byte[][] {null, {}}) {
            Files.deleteIfExists(file);
            if (left != null) {
                Files.write(file, left);
            }

            var refused = assertThrows(StoreRefused.class, this::open);

            assertTrue(String.valueOf(refused.getMessage()).contains("there are backups of it"));
            assertEquals(refused.getMessage(), Store.fault("", folder).orElseThrow());
        }
    }

    @Test
    void aDamagedFileIsRefusedAndKept() throws Exception {
        store.events().begin(PARTY, HOST, event(0));
        store.close();
        Path file = folder.resolve("downbeat.mv.db");
        byte[] damaged = Files.readAllBytes(file);
        java.util.Arrays.fill(damaged, (byte) 0x5A);
        Files.write(file, damaged);

        var refused = assertThrows(StoreRefused.class, this::open);

        assertTrue(
                String.valueOf(refused.getMessage()).contains("is damaged"), refused.getMessage());
        assertEquals(damaged.length, Files.size(file));
    }

    @Test
    void aCommitCostsAFewKilobytesOfDisk() throws Exception {
        store.events().begin(PARTY, HOST, event(0));
        for (int i = 1; i <= COMMITS; i++) {
            store.events().append(PARTY, i, List.of(event(i)));
        }

        long each = Files.size(folder.resolve("downbeat.mv.db")) / COMMITS;
        assertTrue(each < 11_000, each + " bytes a commit");
    }

    @Test
    void aFileOfOtherPagesIsReadAndWritten() throws Exception {
        store.close();
        String url = "jdbc:h2:file:" + folder.resolve("downbeat") + ";PAGE_SIZE=4096";
        store = Store.open(url, folder, ServerClock.start());
        store.events().begin(PARTY, HOST, event(0));
        for (int i = 1; i <= COMMITS; i++) {
            store.events().append(PARTY, i, List.of(event(i)));
        }
        store.close();

        store = open();
        store.events().append(PARTY, COMMITS + 1, List.of(event(COMMITS + 1)));

        assertEquals(COMMITS + 2, store.events().load(PARTY).next());
    }

    @Test
    void nothingIsTakenWhileTheFileIsNotInItsPlace() throws Exception {
        store.events().begin(PARTY, HOST, event(0));
        Path file = folder.resolve("downbeat.mv.db");
        Path away = Files.move(file, folder.resolve("away.mv.db"));

        assertThrows(StoreFailed.class, () -> store.events().append(PARTY, 1, List.of(event(1))));
        assertTrue(store.isFailing());

        Files.move(away, file);
        store.events().append(PARTY, 1, List.of(event(1)));

        assertEquals(2, store.events().load(PARTY).next());
        assertFalse(store.isFailing());
    }

    @Test
    void nothingIsTakenOnceTheFileWasCutShortAndItIsLeftSo() throws Exception {
        store.events().begin(PARTY, HOST, event(0));
        Path file = folder.resolve("downbeat.mv.db");
        try (FileChannel cut = FileChannel.open(file, StandardOpenOption.WRITE)) {
            cut.truncate(8192);
        }

        assertThrows(StoreFailed.class, () -> store.events().append(PARTY, 1, List.of(event(1))));
        assertTrue(store.isFailing());
        store.close();

        assertEquals(8192, Files.size(file));
        assertFalse(Files.exists(folder.resolve("downbeat.mv.db.tempFile")));
    }

    @Test
    void aBackupUnpackedInItsPlaceIsTheDatabase() throws Exception {
        store.events().begin(PARTY, HOST, event(0));
        Path backup = store.backup();
        store.events().append(PARTY, 1, List.of(event(1)));
        store.close();

        unpack(backup, folder);

        store = open();
        assertEquals(1, store.events().load(PARTY).next());
    }

    @Test
    void theNewestThreeBackupsAreKept() throws Exception {
        MovedClock clock = new MovedClock();
        try (Store moved = Store.open("", folder.resolve("moved"), clock.clock())) {
            for (int day = 0; day < 5; day++) {
                clock.move(Duration.ofDays(1));
                Path newest = moved.backup();
                assertEquals(newest, moved.backups().getFirst());
            }

            assertEquals(Backups.KEPT, moved.backups().size());
        }
    }

    private static void unpack(Path backup, Path folder) throws Exception {
        try (ZipFile zip = new ZipFile(backup.toFile())) {
            for (var entry : zip.stream().toList()) {
                Path target = folder.resolve(entry.getName());
                Files.deleteIfExists(target);
                try (InputStream in = zip.getInputStream(entry)) {
                    Files.copy(in, target);
                }
            }
        }
    }
}
