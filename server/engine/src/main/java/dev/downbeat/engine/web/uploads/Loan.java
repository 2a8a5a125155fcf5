package dev.downbeat.engine.web.uploads;

import dev.downbeat.party.PartyId;
import dev.downbeat.party.SeatId;
import dev.downbeat.party.TrackRequest;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** One file that was asked for. Any thread may call. */
final class Loan {
    /** At both ends of the file: some formats keep their index at the end. */
    static final long EDGE_BYTES = 512 * 1024;

    final String id;
    final PartyId party;
    final SeatId host;
    final TrackRequest.Seen track;
    private final CompletableFuture<Answer> answer = new CompletableFuture<>();
    private volatile @Nullable Lent lent;

    /** What the companion said. */
    sealed interface Answer {
        record Yes(Lent file) implements Answer {}

        record No(String reason) implements Answer {}
    }

    /** A file under way or there, since an instant of the server's clock in nanoseconds. */
    record Lent(GrowingFile file, String fileName, long sinceNanos) {}

    Loan(String id, PartyId party, SeatId host, TrackRequest.Seen track) {
        this.id = id;
        this.party = party;
        this.host = host;
        this.track = track;
    }

    CompletableFuture<Answer> answer() {
        return answer;
    }

    void accept(Lent file) {
        lent = file;
        answer.complete(new Answer.Yes(file));
    }

    void refuse(String reason) {
        answer.complete(new Answer.No(reason));
    }

    boolean isAnswered() {
        return answer.isDone();
    }

    @Nullable Lent lent() {
        return lent;
    }

    boolean isUnfinished() {
        Lent file = lent;
        return file == null || !file.file().isComplete();
    }

    long bytes() {
        Lent file = lent;
        return file == null ? 0 : file.file().length();
    }

    void drop() throws IOException {
        refuse("no longer wanted");
        Lent file = lent;
        if (file != null) {
            file.file().delete();
        }
    }

    /** Whether enough is there to begin. */
    static boolean canSound(GrowingFile file, UploadSettings.Sounding sounding) {
        return switch (sounding) {
            case WHEN_COMPLETE -> file.isComplete();
            case WHILE_UPLOADING ->
                    file.has(0, EDGE_BYTES) && file.has(file.length() - EDGE_BYTES, file.length());
        };
    }

    /** How long until enough is there, by the rate so far. */
    static Duration eta(Lent lent, UploadSettings.Sounding sounding, long nowNanos) {
        long needed =
                switch (sounding) {
                    case WHEN_COMPLETE -> lent.file().length();
                    case WHILE_UPLOADING -> Math.min(lent.file().length(), 2 * EDGE_BYTES);
                };
        long received = lent.file().received();
        double perNano = received / (double) Math.max(1, nowNanos - lent.sinceNanos());
        return Duration.ofNanos(
                (long) ((double) Math.max(0, needed - received) / Math.max(perNano, 1e-6)));
    }
}
