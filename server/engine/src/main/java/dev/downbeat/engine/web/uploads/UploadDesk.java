package dev.downbeat.engine.web.uploads;

import dev.downbeat.engine.FaultTrace;
import dev.downbeat.engine.ServerClock;
import dev.downbeat.engine.parties.HostFiles;
import dev.downbeat.engine.parties.MediaBytes;
import dev.downbeat.engine.reasons.Reason;
import dev.downbeat.party.PartyId;
import dev.downbeat.party.SeatId;
import dev.downbeat.party.TrackRequest;
import dev.downbeat.protocol.ClientMessage;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Where hosts' files are asked for, received and read. One file per host is under way at a time:
 * who plays the next track no longer waits for the last. Any thread may call.
 */
public final class UploadDesk implements HostFiles, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(UploadDesk.class);

    /** In bytes, the longest piece. */
    public static final int MAX_PIECE = 1024 * 1024;

    /** How long a piece waits for the answer that announces it. */
    private static final Duration ANSWER_LATE = Duration.ofSeconds(2);

    private final UploadSettings settings;
    private final ServerClock clock;
    private final Companion companion;
    private final PartFiles files;
    private final SecureRandom random = new SecureRandom();

    /** Oldest first; guarded by this. */
    private final Map<String, Loan> uploads = new LinkedHashMap<>();

    /** The way to a host's companion. */
    @FunctionalInterface
    public interface Companion {
        /** Empty when asked, else why not, for people. */
        Optional<String> ask(SeatId host, String upload, TrackRequest.Seen track);
    }

    /** What became of a piece. */
    public enum Receipt {
        STORED,
        NO_LONGER_WANTED,
        DOES_NOT_FIT
    }

    public UploadDesk(UploadSettings settings, ServerClock clock, Companion companion) {
        this.settings = settings;
        this.clock = clock;
        this.companion = companion;
        this.files = PartFiles.emptied(settings.folder());
    }

    @Override
    public HostFiles.Upload ask(
            PartyId party,
            SeatId host,
            TrackRequest.Seen track,
            Duration patience,
            Consumer<Duration> awaited)
            throws InterruptedException {
        long due = clock.nanos() + patience.toNanos();
        Loan upload = begun(party, host, track).orElseGet(() -> begin(party, host, track));
        return switch (answer(upload, due)) {
            case Loan.Answer.Yes(Loan.Lent lent) -> await(upload, lent, due, awaited);
            case Loan.Answer.No(String reason) -> {
                remove(upload);
                yield new HostFiles.Upload.Refused(reason);
            }
        };
    }

    private synchronized Optional<Loan> begun(PartyId party, SeatId host, TrackRequest.Seen track) {
        return uploads.values().stream()
                .filter(it -> it.party.equals(party) && it.host.equals(host))
                .filter(it -> it.track.equals(track))
                .findFirst();
    }

    private Loan begin(PartyId party, SeatId host, TrackRequest.Seen track) {
        drop(it -> it.host.equals(host) && it.isUnfinished());
        byte[] name = new byte[16];
        random.nextBytes(name);
        String id = Base64.getUrlEncoder().withoutPadding().encodeToString(name);
        Loan upload = new Loan(id, party, host, track);
        synchronized (this) {
            uploads.put(id, upload);
        }
        companion.ask(host, id, track).ifPresent(upload::refuse);
        return upload;
    }

    private Loan.Answer answer(Loan upload, long due) throws InterruptedException {
        try {
            long left = Math.max(0, due - clock.nanos());
            return upload.answer().get(left, TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return new Loan.Answer.No("the host's companion does not answer");
        } catch (ExecutionException e) {
            throw new IllegalStateException("an answer is a value", e);
        }
    }

    private HostFiles.Upload await(
            Loan upload, Loan.Lent lent, long due, Consumer<Duration> awaited)
            throws InterruptedException {
        GrowingFile file = lent.file();
        for (long known = file.received();
                !Loan.canSound(file, settings.sounding());
                known = file.received()) {
            long left = due - clock.nanos();
            if (left <= 0 || file.isGone()) {
                return new HostFiles.Upload.Refused("the upload takes too long");
            }
            Duration pause = Duration.ofNanos(Math.min(left, settings.stalled().toNanos()));
            if (file.awaitMoreThan(known, pause)) {
                awaited.accept(Loan.eta(lent, settings.sounding(), clock.nanos()));
            } else if (!file.isGone() && due - clock.nanos() > 0) {
                remove(upload);
                return new HostFiles.Upload.Refused("the upload broke off");
            }
        }
        return new HostFiles.Upload.Accepted(upload.id);
    }

    /**
     * The companion's word; one for an upload of somebody else is as good as none.
     *
     * @return why the file is not taken; empty when it is, or when the host does not lend it
     */
    public Optional<UploadRefusal> answered(SeatId host, ClientMessage.UploadAnswer said) {
        Optional<Loan> known = find(said.upload()).filter(it -> it.host.equals(host));
        if (known.isEmpty()) {
            return Optional.of(UploadRefusal.NO_SUCH_UPLOAD);
        }
        Loan upload = known.get();
        if (!said.refusal().isEmpty()) {
            upload.refuse(HostRefusal.words(said.refusal()));
            remove(upload);
        } else if (said.length() <= 0) {
            upload.refuse("the host's companion offers a file without bytes");
            return Optional.of(
                    said.length() == 0 ? UploadRefusal.UPLOAD_EMPTY : UploadRefusal.UPLOAD_LENGTH);
        } else if (said.length() > settings.maxBytes()) {
            upload.refuse("the host's file is larger than " + (settings.maxBytes() >> 20) + " MB");
            return Optional.of(UploadRefusal.UPLOAD_TOO_LARGE);
        } else if (!upload.isAnswered()) {
            return receive(upload, said);
        }
        return Optional.empty();
    }

    private Optional<UploadRefusal> receive(Loan upload, ClientMessage.UploadAnswer said) {
        if (!makeRoom(said.length())) {
            upload.refuse("the server has no room for the host's file");
            return Optional.of(UploadRefusal.UPLOAD_NO_ROOM);
        }
        try {
            GrowingFile file =
                    new GrowingFile(files.of(upload.id), said.length(), settings.stalled());
            upload.accept(new Loan.Lent(file, said.fileName(), clock.nanos()));
            return Optional.empty();
        } catch (IOException e) {
            LOG.warn("An upload cannot be stored: {}", FaultTrace.of(e));
            upload.refuse("the server cannot store the host's file");
            return Optional.of(UploadRefusal.UPLOAD_NOT_STORED);
        }
    }

    /** Drops what nobody reads, the oldest first, until {@code bytes} more fit. */
    private boolean makeRoom(long bytes) {
        drop(it -> used() + bytes > settings.quotaBytes() && isIdle(it));
        return used() + bytes <= settings.quotaBytes();
    }

    private static boolean isIdle(Loan upload) {
        Loan.Lent lent = upload.lent();
        return lent != null && lent.file().isComplete() && !lent.file().isRead();
    }

    private synchronized long used() {
        return uploads.values().stream().mapToLong(Loan::bytes).sum();
    }

    /** Whether this host was asked for that file and may go on sending it. */
    public boolean wants(SeatId from, String id) {
        return find(id).filter(it -> it.host.equals(from)).isPresent();
    }

    /**
     * Takes one piece.
     *
     * @param whole the length of the whole file, as the piece names it
     * @throws IOException when the disk refuses
     */
    public Receipt put(SeatId from, String id, long at, long whole, byte[] bytes)
            throws IOException {
        Loan.Lent lent =
                find(id).filter(it -> it.host.equals(from)).map(UploadDesk::answered).orElse(null);
        if (lent == null || lent.file().isGone()) {
            return Receipt.NO_LONGER_WANTED;
        }
        if (whole != lent.file().length() || at < 0 || at + bytes.length > whole) {
            return Receipt.DOES_NOT_FIT;
        }
        lent.file().put(at, bytes);
        return Receipt.STORED;
    }

    /** The companion's word travels on the socket: its first piece may be here before it. */
    private static Loan.@Nullable Lent answered(Loan loan) {
        try {
            Loan.Answer _ = loan.answer().get(ANSWER_LATE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return loan.lent();
    }

    @Override
    public MediaBytes open(String id) throws HostFiles.Gone {
        Loan.Lent lent = find(id).map(Loan::lent).orElse(null);
        if (lent == null || lent.file().isGone()) {
            throw new HostFiles.Gone(Reason.UPLOAD_GONE.code());
        }
        return new UploadBytes(id, lent.fileName(), lent.file());
    }

    private synchronized Optional<Loan> find(String id) {
        return Optional.ofNullable(uploads.get(id));
    }

    @Override
    public void forget(PartyId party) {
        drop(it -> it.party.equals(party));
    }

    /** Deletes all; who still reads hears that it is gone. */
    @Override
    public void close() {
        drop(_ -> true);
    }

    private void remove(Loan upload) {
        drop(it -> it == upload);
    }

    private void drop(Predicate<Loan> which) {
        List<Loan> candidates;
        synchronized (this) {
            candidates = new ArrayList<>(uploads.values());
        }
        for (Loan upload : candidates) {
            if (which.test(upload)) {
                synchronized (this) {
                    uploads.remove(upload.id);
                }
                try {
                    upload.drop();
                } catch (IOException e) {
                    LOG.warn("An upload cannot be removed: {}", FaultTrace.of(e));
                }
            }
        }
    }
}
