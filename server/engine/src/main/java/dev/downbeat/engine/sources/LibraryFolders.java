package dev.downbeat.engine.sources;

import dev.downbeat.engine.parties.MediaBytes;
import dev.downbeat.engine.parties.MusicSource;
import dev.downbeat.engine.reasons.Reason;
import dev.downbeat.engine.sources.library.Library;
import dev.downbeat.engine.sources.link.LinkAddress;
import dev.downbeat.engine.sources.matching.Recording;
import dev.downbeat.engine.sources.matching.SeenMatcher;
import dev.downbeat.party.MediaRef;
import dev.downbeat.party.Problem;
import dev.downbeat.party.Resolution;
import dev.downbeat.party.Track;
import dev.downbeat.party.TrackRequest;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Music in folders on the server, by what the player says and by what people type. */
final class LibraryFolders implements MusicSource {
    static final String NAME = "library";
    private static final int MOST_NAMED = 5;

    /** Less than this source's deadline. */
    private static final Duration PATIENCE = Duration.ofMillis(1_500);

    private final Library library;

    LibraryFolders(Library library) {
        this.library = library;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean understands(Question question) {
        return switch (question.what()) {
            case TrackRequest.Seen seen -> !seen.title().isBlank();
            case TrackRequest.Typed(var text) -> !LinkAddress.looksLike(text);
        };
    }

    @Override
    public Resolution find(Question question) {
        boolean complete = isComplete();
        Resolution answer =
                found(question.what())
                        .<Resolution>map(hit -> new Resolution.Found(track(hit)))
                        .orElseGet(() -> severalOrNone(question.what()));
        boolean mayBeThere =
                !complete
                        && answer instanceof Resolution.NotFound
                        && question.what() instanceof TrackRequest.Typed;
        return mayBeThere
                ? new Resolution.Failed(Problem.SOURCE_UNAVAILABLE, Reason.LIBRARY_READING.code())
                : answer;
    }

    /** Right after a start the names are waited for; the tags of many files take longer. */
    private boolean isComplete() {
        try {
            library.firstLook().awaitNames(PATIENCE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return library.firstLook().hasEnded();
    }

    private Resolution severalOrNone(TrackRequest what) {
        List<Recording> fitting =
                what instanceof TrackRequest.Typed(var text) ? library.several(text) : List.of();
        return fitting.isEmpty()
                ? new Resolution.NotFound()
                : new Resolution.Several(
                        fitting.stream().limit(MOST_NAMED).map(LibraryFolders::name).toList(),
                        fitting.size());
    }

    private static String name(Recording words) {
        return words.artist().isBlank() ? words.title() : words.artist() + " – " + words.title();
    }

    private Optional<Library.Found> found(TrackRequest what) {
        return switch (what) {
            case TrackRequest.Seen(var title, var artist, var album, var duration) ->
                    library.find(new SeenMatcher(new Recording(title, artist, album, duration)));
            case TrackRequest.Typed(var text) -> library.find(text);
        };
    }

    private static Track track(Library.Found hit) {
        Recording words = hit.words();
        return new Track(
                new MediaRef(NAME + ":" + hit.id()),
                words.title(),
                words.artist(),
                words.duration(),
                NAME,
                hit.why());
    }

    @Override
    public MediaBytes open(MediaRef ref) throws IOException {
        return library.open(Sources.afterName(ref));
    }

    @Override
    public Optional<Track> another(Track failed) {
        return library.another(Sources.afterName(failed.media())).map(LibraryFolders::track);
    }
}
