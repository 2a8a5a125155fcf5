package dev.downbeat.companion.upload;

import dev.downbeat.companion.home.Link;
import dev.downbeat.companion.sync.NotRecorded;
import dev.downbeat.companion.sync.RetryAfter;
import dev.downbeat.companion.sync.SentLog;
import dev.downbeat.companion.sync.ServerAddress;
import dev.downbeat.companion.sync.WholeAnswer;

import java.io.EOFException;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Set;

/** Sends one file, piece by piece, on the thread that calls it. */
final class Transfer {
    /** For a piece and its whole answer: a slow line takes long for 1 MiB. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final int TRIES = 7;

    /** The first piece may be faster than the answer on the socket, and then nobody awaits it. */
    private static final int NOT_YET_TRIES = 3;

    private static final double FIRST_PAUSE_MS = 250;

    /** Who is asked to wait longer gives up: the track would be over. */
    private static final double LONGEST_PAUSE_MS = 60_000;

    private final HttpClient http;
    private final Link link;
    private final SentLog sent;
    private final String upload;
    private final SharedFile file;

    /** How it ended. */
    sealed interface End {
        record Done() implements End {}

        record NoLongerWanted() implements End {}

        record Changed() implements End {}

        /** The server's own words. */
        record Refused(String why) implements End {}

        record Broken() implements End {}

        /** What goes out cannot be recorded, so it did not go out. */
        record Unrecorded() implements End {}
    }

    Transfer(HttpClient http, Link link, SentLog sent, String upload, SharedFile file) {
        this.http = http;
        this.link = link;
        this.sent = sent;
        this.upload = upload;
        this.file = file;
    }

    End run() throws InterruptedException {
        try (FileChannel channel =
                FileChannel.open(
                        file.path(), Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))) {
            for (Piece piece : Piece.of(file.length())) {
                byte[] bytes = read(channel, piece);
                // Looked at after reading, so that what was read is what was offered.
                if (!file.isUnchanged()) {
                    return new End.Changed();
                }
                End end = sendPatiently(piece, bytes);
                if (!(end instanceof End.Done)) {
                    return end;
                }
            }
            return new End.Done();
        } catch (EOFException _) {
            return new End.Changed();
        } catch (ClosedByInterruptException _) {
            throw new InterruptedException();
        } catch (IOException _) {
            return new End.Broken();
        }
    }

    private static byte[] read(FileChannel channel, Piece piece) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(piece.length());
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, piece.first() + bytes.position()) < 0) {
                throw new EOFException();
            }
        }
        return bytes.array();
    }

    private End sendPatiently(Piece piece, byte[] bytes) throws InterruptedException {
        double pauseMs = FIRST_PAUSE_MS;
        for (int tried = 1; tried <= TRIES; tried++) {
            double askedMs = 0;
            try {
                HttpResponse<String> answer = send(piece, bytes);
                switch (answer.statusCode()) {
                    case 200, 201, 204 -> {
                        return new End.Done();
                    }
                    case 410 -> {
                        if (piece.first() > 0 || tried > NOT_YET_TRIES) {
                            return new End.NoLongerWanted();
                        }
                    }
                    case 408, 429, 500, 502, 503, 504 -> askedMs = RetryAfter.of(answer);
                    default -> {
                        return new End.Refused(Refusal.of(answer));
                    }
                }
            } catch (NotRecorded _) {
                return new End.Unrecorded();
            } catch (IOException _) {
                // The line broke: a piece sent twice is the same piece.
            }
            if (askedMs > LONGEST_PAUSE_MS) {
                return new End.Broken();
            }
            if (tried < TRIES) {
                Thread.sleep((long) Math.max(pauseMs, askedMs));
            }
            pauseMs *= 2;
        }
        return new End.Broken();
    }

    private HttpResponse<String> send(Piece piece, byte[] bytes)
            throws IOException, InterruptedException {
        String range = "bytes " + piece.first() + "-" + piece.last() + "/" + file.length();
        HttpRequest request =
                HttpRequest.newBuilder(new ServerAddress(link.server()).upload(upload))
                        .header("Authorization", "Bearer " + link.token())
                        .header("Content-Range", range)
                        .header("Content-Type", "application/octet-stream")
                        .PUT(HttpRequest.BodyPublishers.ofByteArray(bytes))
                        .build();
        sent.sent("PUT " + request.uri() + " Content-Range: " + range + " (of the playing file)");
        return WholeAnswer.of(http, request, PATIENCE);
    }
}
