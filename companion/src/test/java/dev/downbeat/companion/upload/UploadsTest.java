package dev.downbeat.companion.upload;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.downbeat.companion.fake.SyncServer;
import dev.downbeat.companion.home.Link;
import dev.downbeat.companion.home.Settings;
import dev.downbeat.companion.sync.SentLog;
import dev.downbeat.companion.words.Text;
import dev.downbeat.protocol.ClientMessage.UploadAnswer;
import dev.downbeat.protocol.ServerMessage.UploadWanted;
import dev.downbeat.protocol.WireTrack;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

@Timeout(60)
class UploadsTest {
    private static final WireTrack TRACK = new WireTrack("Peremen", "Kino", "", 290_000);
    private static final UploadWanted WANTED = new UploadWanted("u1", TRACK);

    @TempDir private Path folder;
    private Path file;
    private byte[] bytes;
    private SyncServer server;
    private Uploads uploads;
    private final BlockingQueue<Text> said = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> words = new LinkedBlockingQueue<>();
    private final BlockingQueue<UploadAnswer> later = new LinkedBlockingQueue<>();

    @BeforeEach
    void open() throws IOException {
        server = SyncServer.start();
        bytes = new byte[3_000_000];
        new Random(1).nextBytes(bytes);
        System.arraycopy("fLaC".getBytes(StandardCharsets.US_ASCII), 0, bytes, 0, 4);
        file = Files.write(folder.resolve("a.flac"), bytes);
        uploads =
                new Uploads(
                        HttpClient.newHttpClient(),
                        new Link(server.address(), SyncServer.TOKEN, "host:1", "Mila"),
                        new SentLog(folder, () -> Instant.EPOCH),
                        this::hear,
                        later::add);
    }

    private void hear(Text text, Object... values) {
        words.add(List.of(values).toString());
        said.add(text);
    }

    @AfterEach
    void close() throws IOException {
        uploads.close();
        server.close();
    }

    private UploadAnswer answer(boolean allowed, WireTrack playing, List<String> folders) {
        return uploads.answer(
                WANTED,
                playing,
                file.toString(),
                new Settings("", List.of("mpv"), "", allowed, folders, ""));
    }

    private void awaitSaid(Text text) throws InterruptedException {
        Text next = said.poll(20, TimeUnit.SECONDS);
        while (next != text) {
            assertTrue(next != null, text + " was not said");
            next = said.poll(20, TimeUnit.SECONDS);
        }
    }

    @Test
    void theFileArrivesWholeHeadAndTailFirst() throws Exception {
        server.expect("u1", bytes.length);

        UploadAnswer answer = answer(true, TRACK, List.of(folder.toString()));
        awaitSaid(Text.UPLOAD_DONE);

        assertEquals(new UploadAnswer("u1", 3_000_000, "track.flac", ""), answer);
        assertArrayEquals(bytes, server.upload("u1").bytes());
        assertEquals(
                List.of(
                        "bytes 0-524287/3000000",
                        "bytes 2475712-2999999/3000000",
                        "bytes 524288-1572863/3000000",
                        "bytes 1572864-2475711/3000000"),
                server.upload("u1").ranges());
    }

    @Test
    void theFilesOwnNameStaysHere() throws Exception {
        server.expect("u1", bytes.length);
        file = Files.move(file, folder.resolve("For Mila from her sister.FLAC"));

        UploadAnswer answer = answer(true, TRACK, List.of(folder.toString()));
        awaitSaid(Text.UPLOAD_DONE);

        assertEquals("track.flac", answer.fileName());
        assertFalse(server.everything().contains("sister"));
    }

    @Test
    void aFileThatIsTooLargeStaysHereAndThatIsSaid() throws Exception {
        try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
            large.setLength(SharedFile.MAX_LENGTH + 1);
        }

        UploadAnswer answer = answer(true, TRACK, List.of(folder.toString()));

        assertEquals(new UploadAnswer("u1", 0, "", "too_large"), answer);
        assertTrue(words.contains("[REFUSED_TOO_LARGE]"), words.toString());
    }

    @Test
    void withoutTheHostsWordNothingIsSent() {
        server.expect("u1", bytes.length);

        UploadAnswer answer = answer(false, TRACK, List.of(folder.toString()));

        assertEquals("not_allowed", answer.refusal());
        assertTrue(server.upload("u1").ranges().isEmpty());
        assertEquals("", server.everything());
    }

    @Test
    void aFileOutsideTheSharedFoldersStaysHere() {
        UploadAnswer answer = answer(true, TRACK, List.of());

        assertEquals(new UploadAnswer("u1", 0, "", "not_shared"), answer);
        assertEquals("", server.everything());
    }

    @Test
    void thatTheFolderIsNotSharedIsSaidOnceAndNotForEachTrack() {
        UploadAnswer _ = answer(true, TRACK, List.of());
        UploadAnswer second = answer(true, TRACK, List.of());

        assertEquals("not_shared", second.refusal());
        assertEquals(List.of("[REFUSED_NOT_SHARED]"), List.copyOf(words));
    }

    @Test
    void aFileThatIsNoMusicStaysHereAndThatIsSaid() throws IOException {
        server.expect("u1", bytes.length);
        file = Files.writeString(folder.resolve("notes.txt"), "secrets, and more of them");

        UploadAnswer answer = answer(true, TRACK, List.of(folder.toString()));

        assertEquals(new UploadAnswer("u1", 0, "", "not_music"), answer);
        assertTrue(words.contains("[REFUSED_NOT_MUSIC]"), words.toString());
        assertEquals("", server.everything());
    }

    @Test
    void onlyTheTrackThatPlaysIsSent() {
        WireTrack other = new WireTrack("Other", "Kino", "", 290_000);

        assertEquals("changed", answer(true, other, List.of(folder.toString())).refusal());
    }

    @Test
    void aFirstPieceThatIsFasterThanTheAnswerComesAgain() throws Exception {
        UploadAnswer _ = answer(true, TRACK, List.of(folder.toString()));
        server.awaitPiece();
        server.expect("u1", bytes.length);
        awaitSaid(Text.UPLOAD_DONE);

        assertArrayEquals(bytes, server.upload("u1").bytes());
    }

    @Test
    void aPieceThatCameTooSlowlyComesAgain() throws Exception {
        server.expect("u1", bytes.length);
        server.refuseUploads("408 Request Timeout", "{}");
        UploadAnswer _ = answer(true, TRACK, List.of(folder.toString()));
        server.awaitPiece();
        server.takeUploads();
        awaitSaid(Text.UPLOAD_DONE);

        assertArrayEquals(bytes, server.upload("u1").bytes());
    }

    @Test
    void aNewerWishEndsTheOlder() throws Exception {
        UploadAnswer answer = answer(true, TRACK, List.of(folder.toString()));
        assertEquals("", answer.refusal());
        awaitSaid(Text.UPLOAD_BEGINS);

        server.expect("u2", bytes.length);
        uploads.answer(
                new UploadWanted("u2", TRACK),
                TRACK,
                file.toString(),
                new Settings("", List.of("mpv"), "", true, List.of(folder.toString()), ""));
        awaitSaid(Text.UPLOAD_DONE);

        assertArrayEquals(bytes, server.upload("u2").bytes());
        assertFalse(said.contains(Text.UPLOAD_BROKEN));
    }

    @Test
    void aFileThatChangesOnTheWayIsTakenBack() throws Exception {
        SharedFile.Look look = SharedFile.look(file.toString(), List.of(folder.toString()));
        SharedFile shared = ((SharedFile.Look.Shared) look).file();
        server.expect("u1", bytes.length);
        Files.write(file, new byte[3_000_000]);

        Transfer transfer =
                new Transfer(
                        HttpClient.newHttpClient(),
                        new Link(server.address(), SyncServer.TOKEN, "host:1", "Mila"),
                        new SentLog(folder, () -> Instant.EPOCH),
                        "u1",
                        shared);

        assertEquals(new Transfer.End.Changed(), transfer.run());
        assertTrue(server.upload("u1").ranges().isEmpty());
    }

    @Test
    void aPieceThatCannotBeRecordedIsNotSentAndThatIsSaid() throws Exception {
        Files.createDirectory(folder.resolve("sent.log"));
        server.expect("u1", bytes.length);

        UploadAnswer _ = answer(true, TRACK, List.of(folder.toString()));
        awaitSaid(Text.UPLOAD_BROKEN);

        assertTrue(words.contains("[BROKEN_RECORD]"), words.toString());
        assertEquals("", server.everything());
    }

    @Test
    void whyTheServerRefusesIsSaidInItsOwnWords() throws Exception {
        server.refuseUploads(
                "413 Payload Too Large",
                "{\"title\":\"The body is too large.\",\"code\":\"too_large\"}");

        UploadAnswer _ = answer(true, TRACK, List.of(folder.toString()));
        awaitSaid(Text.UPLOAD_BROKEN);

        assertTrue(words.contains("[The body is too large.]"), words.toString());
    }

    @Test
    void aRefusalWithoutWordsIsSaidByItsStatus() throws Exception {
        server.refuseUploads("404 Not Found", "<html>nothing here</html>");

        UploadAnswer _ = answer(true, TRACK, List.of(folder.toString()));
        awaitSaid(Text.UPLOAD_BROKEN);

        assertTrue(words.contains("[HTTP 404]"), words.toString());
    }
}
