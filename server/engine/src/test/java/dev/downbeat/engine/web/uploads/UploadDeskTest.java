package dev.downbeat.engine.web.uploads;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.downbeat.engine.ServerClock;
import dev.downbeat.engine.parties.HostFiles;
import dev.downbeat.party.PartyId;
import dev.downbeat.party.SeatId;
import dev.downbeat.party.TrackRequest;
import dev.downbeat.protocol.ClientMessage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

final class UploadDeskTest {
    private static final PartyId PARTY = new PartyId("p");
    private static final SeatId HOST = new SeatId("discord:1");
    private static final int EDGE = (int) Loan.EDGE_BYTES;

    private final BlockingQueue<String> asked = new LinkedBlockingQueue<>();
    private final List<Duration> awaited = new CopyOnWriteArrayList<>();
    private UploadSettings.Sounding sounding = UploadSettings.Sounding.WHILE_UPLOADING;

    @TempDir private Path folder;

    private UploadDesk desk(Duration stalled) {
        return new UploadDesk(
                new UploadSettings(folder, 4 << 20, 5 << 20, sounding, stalled),
                ServerClock.start(),
                (_, upload, _) -> {
                    asked.add(upload);
                    return Optional.empty();
                });
    }

    private static TrackRequest.Seen track(String title) {
        return new TrackRequest.Seen(title, "Band", "", Duration.ZERO);
    }

    /** What the last answer of the companion was answered with. */
    private Optional<UploadRefusal> refusal = Optional.empty();

    private CompletableFuture<HostFiles.Upload> ask(UploadDesk desk, String title) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return desk.ask(
                                PARTY, HOST, track(title), Duration.ofSeconds(30), awaited::add);
                    } catch (InterruptedException e) {
                        throw new AssertionError(e);
                    }
                },
                task -> Thread.ofVirtual().start(task));
    }

    private String accept(UploadDesk desk, long length) throws InterruptedException {
        String upload = wanted();
        refusal = desk.answered(HOST, new ClientMessage.UploadAnswer(upload, length, "a.mp3", ""));
        return upload;
    }

    private String wanted() throws InterruptedException {
        String upload = asked.poll(20, TimeUnit.SECONDS);
        assertTrue(upload != null, "nobody was asked");
        return upload;
    }

    private static HostFiles.Upload done(CompletableFuture<HostFiles.Upload> answer) {
        return answer.orTimeout(20, TimeUnit.SECONDS).join();
    }

    @Test
    void headAndTailAreEnoughToBegin() throws Exception {
        UploadDesk desk = desk(Duration.ofSeconds(20));
        var answer = ask(desk, "a");
        String upload = accept(desk, 3L * EDGE);

        desk.put(HOST, upload, 0, 3L * EDGE, new byte[EDGE]);
        assertFalse(answer.isDone());
        desk.put(HOST, upload, 2L * EDGE, 3L * EDGE, new byte[EDGE]);

        assertEquals(new HostFiles.Upload.Accepted(upload), done(answer));
    }

    @Test
    void untilThenTheRemainingTimeIsTold() throws Exception {
        UploadDesk desk = desk(Duration.ofSeconds(20));
        var answer = ask(desk, "a");
        String upload = accept(desk, 2L * EDGE);

        for (int piece = 0; piece < 16; piece++) {
            desk.put(HOST, upload, piece * EDGE / 8, 2L * EDGE, new byte[EDGE / 8]);
        }

        assertEquals(new HostFiles.Upload.Accepted(upload), done(answer));
        assertTrue(awaited.stream().noneMatch(Duration::isNegative));
    }

    @Test
    void aRefusalIsPassedOnInWords() throws Exception {
        UploadDesk desk = desk(Duration.ofSeconds(20));
        var answer = ask(desk, "a");
        String upload = wanted();

        desk.answered(HOST, new ClientMessage.UploadAnswer(upload, 0, "", "not_shared"));

        assertEquals(
                new HostFiles.Upload.Refused("the host does not share the folder of this file"),
                done(answer));
    }

    @Test
    void aFileBeyondTheLimitIsRefused() throws Exception {
        UploadDesk desk = desk(Duration.ofSeconds(20));
        var answer = ask(desk, "a");
        accept(desk, 5L << 20);

        assertEquals(Optional.of(UploadRefusal.UPLOAD_TOO_LARGE), refusal);
        assertTrue(done(answer) instanceof HostFiles.Upload.Refused);
    }

    @ParameterizedTest
    @CsvSource({"0, UPLOAD_EMPTY", "-1, UPLOAD_LENGTH"})
    void aFileWithoutBytesIsRefusedAsWhatItIs(long length, UploadRefusal expected)
            throws Exception {
        UploadDesk desk = desk(Duration.ofSeconds(20));
        var answer = ask(desk, "a");
        accept(desk, length);

        assertEquals(Optional.of(expected), refusal);
        assertTrue(done(answer) instanceof HostFiles.Upload.Refused);
    }

    @Test
    void anUploadThatStallsIsGivenUp() throws Exception {
        UploadDesk desk = desk(Duration.ofMillis(50));
        var answer = ask(desk, "a");
        String upload = accept(desk, 3L * EDGE);

        assertEquals(new HostFiles.Upload.Refused("the upload broke off"), done(answer));
        assertEquals(
                UploadDesk.Receipt.NO_LONGER_WANTED,
                desk.put(HOST, upload, 0, 3L * EDGE, new byte[1]));
    }

    @Test
    void theNextTrackEndsTheUploadOfTheLast() throws Exception {
        UploadDesk desk = desk(Duration.ofSeconds(20));
        var first = ask(desk, "a");
        String upload = accept(desk, 3L * EDGE);
        desk.put(HOST, upload, 0, 3L * EDGE, new byte[EDGE]);

        var _ = ask(desk, "b");

        assertTrue(done(first) instanceof HostFiles.Upload.Refused);
        assertThrows(IOException.class, () -> desk.open(upload));
    }

    @Test
    void theSameTrackIsAskedForOnce() throws Exception {
        UploadDesk desk = desk(Duration.ofSeconds(20));
        var first = ask(desk, "a");
        String upload = accept(desk, 10);
        desk.put(HOST, upload, 0, 10, new byte[10]);
        done(first);

        assertEquals(new HostFiles.Upload.Accepted(upload), done(ask(desk, "a")));
        assertTrue(asked.isEmpty());
    }

    @Test
    void piecesOfOthersAndPiecesThatDoNotFitAreRefused() throws Exception {
        UploadDesk desk = desk(Duration.ofSeconds(20));
        var _ = ask(desk, "a");
        String upload = accept(desk, 100);

        assertEquals(
                UploadDesk.Receipt.NO_LONGER_WANTED,
                desk.put(new SeatId("discord:2"), upload, 0, 100, new byte[1]));
        assertEquals(UploadDesk.Receipt.DOES_NOT_FIT, desk.put(HOST, upload, 0, 99, new byte[1]));
        assertEquals(UploadDesk.Receipt.DOES_NOT_FIT, desk.put(HOST, upload, 95, 100, new byte[6]));
    }

    @Test
    void theOldestThatNobodyReadsMakesRoom() throws Exception {
        UploadDesk desk = desk(Duration.ofSeconds(20));
        String first = whole(desk, "a", 3 << 20);
        try (var _ = desk.open(first).open()) {
            var refused = ask(desk, "b");
            accept(desk, 3 << 20);
            assertEquals(Optional.of(UploadRefusal.UPLOAD_NO_ROOM), refusal);
            assertEquals(
                    new HostFiles.Upload.Refused("the server has no room for the host's file"),
                    done(refused));
        }

        String second = whole(desk, "c", 3 << 20);

        assertThrows(IOException.class, () -> desk.open(first));
        assertEquals(3 << 20, desk.open(second).length());
    }

    private String whole(UploadDesk desk, String title, int length) throws Exception {
        var answer = ask(desk, title);
        String upload = accept(desk, length);
        desk.put(HOST, upload, 0, length, new byte[length]);
        done(answer);
        return upload;
    }

    @Test
    void whenThePartyEndsItsFilesGoAndReadersAreTold() throws Exception {
        UploadDesk desk = desk(Duration.ofSeconds(20));
        var answer = ask(desk, "a");
        String upload = accept(desk, 3L * EDGE);
        desk.put(HOST, upload, 0, 3L * EDGE, new byte[EDGE]);
        desk.put(HOST, upload, 2L * EDGE, 3L * EDGE, new byte[EDGE]);
        done(answer);
        var in = desk.open(upload).open();
        in.skipNBytes(EDGE);
        var reading =
                CompletableFuture.supplyAsync(
                        () -> readFails(in), task -> Thread.ofVirtual().start(task));

        desk.forget(PARTY);

        assertTrue(reading.orTimeout(20, TimeUnit.SECONDS).join());
        assertEquals(List.of(), files());
    }

    private static boolean readFails(java.io.InputStream in) {
        try (in) {
            return in.read() < -1;
        } catch (IOException gone) {
            return true;
        }
    }

    private List<Path> files() throws IOException {
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }

    @Test
    void whatWasLentGoesWhenTheServerStops() throws Exception {
        UploadDesk desk = desk(Duration.ofSeconds(20));
        var _ = ask(desk, "a");
        String _ = accept(desk, 3L * EDGE);
        assertEquals(1, files().size());

        desk.close();

        assertEquals(List.of(), files());
    }

    @Test
    void leftoversOfAKilledServerGoAtStart() throws IOException {
        Files.writeString(folder.resolve("old.part"), "left");

        desk(Duration.ofSeconds(20));

        assertEquals(List.of(), files());
    }

    @Test
    void whereAllMustBeThereHeadAndTailAreNotEnough() throws Exception {
        sounding = UploadSettings.Sounding.WHEN_COMPLETE;
        UploadDesk desk = desk(Duration.ofSeconds(20));
        var answer = ask(desk, "a");
        String upload = accept(desk, 3L * EDGE);
        desk.put(HOST, upload, 0, 3L * EDGE, new byte[EDGE]);
        desk.put(HOST, upload, 2L * EDGE, 3L * EDGE, new byte[EDGE]);
        assertFalse(answer.isDone());

        desk.put(HOST, upload, EDGE, 3L * EDGE, new byte[EDGE]);

        assertEquals(new HostFiles.Upload.Accepted(upload), done(answer));
    }
}
