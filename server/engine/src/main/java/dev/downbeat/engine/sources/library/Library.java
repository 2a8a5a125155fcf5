package dev.downbeat.engine.sources.library;

import dev.downbeat.audio.Refusal;
import dev.downbeat.engine.FaultTrace;
import dev.downbeat.engine.parties.MediaBytes;
import dev.downbeat.engine.parties.MediaProbe;
import dev.downbeat.engine.reasons.Reason;
import dev.downbeat.engine.sources.matching.Recording;
import dev.downbeat.engine.sources.matching.SeenMatcher;
import dev.downbeat.engine.sources.matching.TypedMatcher;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * The configured folders and what lies in them. One thread looks again and again and asks for the
 * tags of what is new or changed, one file at a time: the media children have more urgent work.
 * Until then a file is known by its name. Any thread may search.
 */
public final class Library implements AutoCloseable {
    /** From the end of one look to the next. */
    static final Duration PAUSE = Duration.ofSeconds(15);

    /** After so many new tags, and each time twice as many, a first look shows what it has. */
    private static final int SHOWN_AFTER = 500;

    private static final Logger LOG = LoggerFactory.getLogger(Library.class);

    private final List<Path> folders;
    private final MediaProbe probe;
    private final ContentKeys keys = new ContentKeys();
    private final Copies copies = new Copies();
    private final ScheduledExecutorService scanner;

    /** Every file seen, also those without music in them; the scanner's own. */
    private final Map<String, Known> known = new HashMap<>();

    private final FirstLook firstLook = new FirstLook();
    private volatile LibraryIndex index = LibraryIndex.EMPTY;
    private volatile LibraryReport report;

    /** What was logged last; the scanner's own. */
    private String logged = "";

    /** What is known of a file, and how. */
    private record Known(LibraryFile file, State state) {}

    private enum State {
        BY_NAME,
        BY_TAGS,
        NO_MUSIC,
        NO_BYTES;

        boolean isFindable() {
            return this == BY_NAME || this == BY_TAGS;
        }

        /** Whether the next look tries again. */
        boolean isOpen() {
            return this == BY_NAME || this == NO_BYTES;
        }
    }

    /**
     * What was found.
     *
     * @param id opaque; opens it later
     */
    public record Found(String id, Recording words, String why) {}

    private Library(List<Path> folders, MediaProbe probe, ScheduledExecutorService scanner) {
        this.folders = List.copyOf(folders);
        this.probe = probe;
        this.scanner = scanner;
        this.report = new LibraryReport(0, LibraryLook.lost(folders), 0, List.of());
    }

    /** Begins to look at once, in the background. */
    public static Library open(List<Path> folders, MediaProbe probe) {
        Library library = unwatched(folders, probe);
        ScheduledFuture<?> _ =
                library.scanner.scheduleWithFixedDelay(
                        library::lookAgain, 0, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        return library;
    }

    /** Looks only when told. */
    static Library unwatched(List<Path> folders, MediaProbe probe) {
        return new Library(
                folders,
                probe,
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("library-scan").factory()));
    }

    private void lookAgain() {
        try {
            look();
            log(report);
        } catch (RuntimeException e) {
            LOG.error("A look at the library failed; the next one comes: {}", FaultTrace.of(e));
        }
    }

    void look() {
        LibraryLook look = LibraryLook.at(folders);
        Map<String, LibraryFile> seen = look.files();
        boolean changed = known.keySet().retainAll(seen.keySet());
        List<LibraryFile> fresh = new ArrayList<>();
        for (LibraryFile file : seen.values()) {
            Known before = known.get(file.id());
            if (before == null || !before.file().sameBytesAs(file)) {
                known.put(file.id(), new Known(file, State.BY_NAME));
                fresh.add(file);
            } else if (before.state().isOpen()) {
                fresh.add(file);
            }
        }
        if (changed || !fresh.isEmpty()) {
            show();
        }
        report = reported(look);
        firstLook.named();
        readTags(fresh);
        report = reported(look);
        firstLook.ended();
    }

    private LibraryReport reported(LibraryLook look) {
        List<String> unusable = new ArrayList<>(look.failed());
        known.values().stream()
                .filter(it -> !it.state().isFindable())
                .map(it -> it.file().place())
                .forEach(unusable::add);
        List<String> first = unusable.stream().sorted().limit(LibraryReport.MOST_NAMED).toList();
        return new LibraryReport(index.size(), look.lost(), unusable.size(), first);
    }

    /** Says only what is new: a look comes every few seconds. */
    private void log(LibraryReport now) {
        String line = now.counts();
        if (!now.lost().isEmpty()) {
            line += "; folders that cannot be read: " + now.lost();
        }
        if (!line.equals(logged)) {
            LOG.info("{}", line);
            logged = line;
        }
    }

    private void readTags(List<LibraryFile> fresh) {
        int read = 0;
        int shown = SHOWN_AFTER;
        for (LibraryFile file : fresh) {
            if (Thread.currentThread().isInterrupted() || scanner.isShutdown()) {
                return;
            }
            readTags(file);
            if (++read == shown) {
                shown *= 2;
                show();
            }
        }
        if (read > 0) {
            show();
        }
    }

    private void readTags(LibraryFile file) {
        try {
            switch (probe.probe(new LibraryBytes(file, keys))) {
                case MediaProbe.Probed.Tags tags -> {
                    Recording said =
                            new Recording(
                                    tags.title(), tags.artist(), tags.album(), tags.duration());
                    LibraryFile named = file.with(FileWords.merged(said, file.words()));
                    known.put(file.id(), new Known(named, State.BY_TAGS));
                }
                case MediaProbe.Probed.Refused(var reason) ->
                        known.put(file.id(), new Known(file, refused(reason)));
            }
        } catch (IOException _) {
            known.put(file.id(), new Known(file, State.NO_BYTES));
        }
    }

    private static State refused(String reason) {
        return Refusal.isOfTheServer(reason) ? State.BY_NAME : State.NO_MUSIC;
    }

    private void show() {
        index =
                new LibraryIndex(
                        known.values().stream()
                                .filter(it -> it.state().isFindable())
                                .map(Known::file)
                                .toList());
    }

    /** Looks once on the calling thread and reads tags as {@link #open} would; keeps nothing. */
    public static LibraryReport examine(List<Path> folders, MediaProbe probe) {
        try (Library library = unwatched(folders, probe)) {
            library.look();
            return library.report();
        }
    }

    /** How the newest look went. */
    public LibraryReport report() {
        return report;
    }

    public FirstLook firstLook() {
        return firstLook;
    }

    /** How many tracks can be found now. */
    public int size() {
        return index.size();
    }

    public Optional<Found> find(SeenMatcher seen) {
        String words = seen.wanted().artist() + " " + seen.wanted().title();
        return index.best(words, seen::match).map(this::found);
    }

    public Optional<Found> find(String typed) {
        TypedMatcher matcher = new TypedMatcher(typed);
        List<LibraryIndex.Hit> best = index.equallyGood(typed, matcher::match);
        return switch (best.size()) {
            case 0 -> index.only(typed, matcher::allOf).map(this::found);
            case 1 -> Optional.of(found(best.getFirst()));
            default -> Optional.empty();
        };
    }

    /**
     * Tracks that all have every word typed, else those that fit it equally well, when they are
     * more than one.
     */
    public List<Recording> several(String typed) {
        TypedMatcher matcher = new TypedMatcher(typed);
        List<LibraryIndex.Hit> all = index.several(typed, matcher::allOf);
        List<LibraryIndex.Hit> hits =
                all.size() < 2 ? index.equallyGood(typed, matcher::match) : all;
        return hits.size() < 2 ? List.of() : hits.stream().map(hit -> hit.file().words()).toList();
    }

    /**
     * Another file of the same track.
     *
     * @param id of one that gave no sound; from now on it is taken only when its copies gave none
     */
    public Optional<Found> another(String id) {
        return copies.another(id, index).map(file -> named(file, "another copy of it"));
    }

    private Found found(LibraryIndex.Hit hit) {
        return named(copies.best(hit.file(), index), hit.match().why());
    }

    private static Found named(LibraryFile file, String why) {
        return new Found(file.id(), file.words(), why);
    }

    /**
     * @throws NoSuchFileException when it is no longer there
     */
    public MediaBytes open(String id) throws NoSuchFileException {
        LibraryFile file =
                index.byId(id)
                        .filter(LibraryScan::inPlace)
                        .orElseThrow(() -> new NoSuchFileException(Reason.LIBRARY_GONE.code()));
        return new LibraryBytes(file, keys);
    }

    @Override
    public void close() {
        scanner.shutdownNow();
        keys.close();
    }
}
