package dev.downbeat.engine.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.downbeat.engine.parties.HostFiles;
import dev.downbeat.party.TrackRequest;
import dev.downbeat.protocol.ClientMessage;
import dev.downbeat.protocol.ServerMessage;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

final class HostFileTest extends SomebodyElse {
    @Test
    void theHostsFileComesInPiecesAndIsReadWhileItGrows() throws Exception {
        Line line = hosting();
        String party = world.parties.hostedBy(seat).orElseThrow().id().value();
        byte[] song = new byte[1_500_000];
        new Random(3).nextBytes(song);
        var asked =
                CompletableFuture.supplyAsync(
                        () -> ask(party), task -> Thread.ofVirtual().start(task));
        ServerMessage.UploadWanted wanted = line.await(ServerMessage.UploadWanted.class);
        line.say(new ClientMessage.UploadAnswer(wanted.upload(), song.length, "song.mp3", ""));

        int edge = 512 * 1024;
        int stored = put(wanted.upload(), song, 0, edge);
        int tail = put(wanted.upload(), song, song.length - edge, song.length);
        var upload = (HostFiles.Upload.Accepted) asked.get(20, TimeUnit.SECONDS);
        var bytes = world.companions.files().open(upload.upload());
        int rest = put(wanted.upload(), song, edge, song.length - edge);

        assertEquals(204, stored);
        assertEquals(204, tail);
        assertEquals(204, rest);
        assertEquals(409, put(wanted.upload(), new byte[10], 0, 10));
        assertEquals("Song", wanted.track().title());
        try (var in = bytes.open()) {
            assertArrayEquals(song, in.readAllBytes());
        }
        world.companions.files().forget(new dev.downbeat.party.PartyId(party));
        assertEquals(410, put(wanted.upload(), song, 0, 10));
    }

    @Test
    void whyAFileIsNotTakenReachesItsHost() throws Exception {
        Line line = hosting();
        String party = world.parties.hostedBy(seat).orElseThrow().id().value();
        var asked =
                CompletableFuture.supplyAsync(
                        () -> ask(party), task -> Thread.ofVirtual().start(task));
        ServerMessage.UploadWanted wanted = line.await(ServerMessage.UploadWanted.class);
        line.say(new ClientMessage.UploadAnswer(wanted.upload(), 1L << 30, "song.mp3", ""));

        ServerMessage.Trouble trouble = line.await(ServerMessage.Trouble.class);

        assertEquals("upload_too_large", trouble.code());
        assertEquals("The file is larger than this server takes.", trouble.text());
        assertTrue(asked.get(20, TimeUnit.SECONDS) instanceof HostFiles.Upload.Refused);
    }

    private HostFiles.Upload ask(String party) {
        try {
            return world.companions
                    .files()
                    .ask(
                            new dev.downbeat.party.PartyId(party),
                            seat,
                            new TrackRequest.Seen("Song", "Band", "", Duration.ZERO),
                            Duration.ofSeconds(20),
                            _ -> {});
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private int put(String upload, byte[] song, int from, int to) throws IOException {
        HttpRequest request =
                world.request("/api/uploads/" + upload, token)
                        .header(
                                "Content-Range",
                                "bytes " + from + "-" + (to - 1) + "/" + song.length)
                        .PUT(HttpRequest.BodyPublishers.ofByteArray(song, from, to - from))
                        .build();
        return world.send(request).statusCode();
    }
}
