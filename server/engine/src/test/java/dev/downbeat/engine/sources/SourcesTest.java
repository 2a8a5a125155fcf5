package dev.downbeat.engine.sources;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.downbeat.engine.MovedClock;
import dev.downbeat.engine.parties.AskedSource;
import dev.downbeat.engine.parties.HostFiles;
import dev.downbeat.engine.parties.MediaBytes;
import dev.downbeat.engine.parties.MediaProbe;
import dev.downbeat.engine.parties.MusicSource;
import dev.downbeat.engine.reasons.Reason;
import dev.downbeat.party.MediaRef;
import dev.downbeat.party.PartyId;
import dev.downbeat.party.Problem;
import dev.downbeat.party.Resolution;
import dev.downbeat.party.SeatId;
import dev.downbeat.party.TrackRequest;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What holds for every source in the list, whoever wrote it. */
final class SourcesTest {
    private static final SeatId HOST = new SeatId("discord:1");

    private final Sources sources =
            Sources.open(
                    new SourceSettings(List.of(), Set.of(), 1 << 20, Duration.ofMillis(10)),
                    _ -> new MediaProbe.Probed.Refused("no"),
                    new Stingy(),
                    new MovedClock().clock());

    @AfterEach
    void close() {
        sources.close();
    }

    private static MusicSource.Question question(TrackRequest what) {
        return new MusicSource.Question(new PartyId("p"), HOST, HOST, what, _ -> {});
    }

    private static final List<TrackRequest> ODD_REQUESTS =
            List.of(
                    new TrackRequest.Typed(""),
                    new TrackRequest.Typed("   "),
                    new TrackRequest.Typed("x".repeat(5_000)),
                    new TrackRequest.Typed("http://"),
                    new TrackRequest.Typed("http://127.0.0.1:1/"),
                    new TrackRequest.Typed("https://[::1]/a.mp3"),
                    new TrackRequest.Typed("\u202e@everyone ```"),
                    new TrackRequest.Typed("nothing has this"),
                    new TrackRequest.Seen("", "", "", Duration.ZERO),
                    new TrackRequest.Seen("\0", "(((", "- -", Duration.ofDays(400)));

    @Test
    void aNameIsShortStableAndItsOwn() {
        List<String> names = sources.list().stream().map(it -> it.source().name()).toList();

        assertEquals(names.size(), Set.copyOf(names).size());
        names.forEach(name -> assertTrue(name.matches("[a-z][a-z-]{1,15}"), name));
    }

    @Test
    void everySourceHasADeadlineAndALimit() {
        for (AskedSource asked : sources.list()) {
            assertTrue(asked.deadline().isPositive());
            assertTrue(asked.atOnce() > 0);
        }
    }

    @Test
    void noRequestMakesASourceThrow() {
        for (AskedSource asked : sources.list()) {
            for (TrackRequest what : ODD_REQUESTS) {
                if (asked.source().understands(question(what))) {
                    Resolution answer = asked.source().find(question(what));
                    assertFalse(answer instanceof Resolution.Found, () -> "found " + what);
                }
            }
        }
    }

    @Test
    void aRefThatIsGoneIsAFaultOfTheDisk() {
        for (AskedSource asked : sources.list()) {
            MediaRef ref = new MediaRef(asked.source().name() + ":none");

            assertThrows(IOException.class, () -> sources.open(ref));
        }
        assertThrows(NoSuchFileException.class, () -> sources.open(new MediaRef("other:x")));
        assertThrows(NoSuchFileException.class, () -> sources.open(new MediaRef("")));
    }

    @Test
    void theHostsOwnFileIsAskedForLastAndOnlyForTheHost() {
        MusicSource last = sources.list().getLast().source();
        TrackRequest seen = new TrackRequest.Seen("a", "b", "", Duration.ZERO);
        MusicSource.Question guest =
                new MusicSource.Question(
                        new PartyId("p"), HOST, new SeatId("discord:2"), seen, _ -> {});

        assertEquals("host-file", last.name());
        assertTrue(last.understands(question(seen)));
        assertFalse(last.understands(guest));
        assertFalse(last.understands(question(new TrackRequest.Typed("a"))));
    }

    @Test
    void aLinkOfAnotherKindIsToldWhichKindsWork() {
        MusicSource.Question ftp = question(new TrackRequest.Typed("ftp://example.com/a.mp3"));
        List<Resolution> answers =
                sources.list().stream()
                        .map(AskedSource::source)
                        .filter(source -> source.understands(ftp))
                        .map(source -> source.find(ftp))
                        .toList();

        assertEquals(
                List.of(new Resolution.Failed(Problem.LINK_REFUSED, Reason.LINK_SCHEME.code())),
                answers);
    }

    @Test
    void everyClassThatIsASourceStandsInTheList() throws Exception {
        Set<Class<?>> listed =
                sources.list().stream()
                        .map(it -> it.source().getClass())
                        .collect(Collectors.toSet());
        Set<String> missing = new TreeSet<>();
        for (Class<?> type : classes()) {
            if (MusicSource.class.isAssignableFrom(type) && !listed.contains(type)) {
                missing.add(type.getName());
            }
        }

        assertEquals(Set.of(), missing);
    }

    /** Every class beside and below {@link Sources}. */
    private static List<Class<?>> classes() throws IOException, URISyntaxException {
        URI start =
                java.util.Objects.requireNonNull(Sources.class.getResource("Sources.class"))
                        .toURI();
        Path folder = Path.of(start).resolveSibling("");
        try (var files = Files.walk(folder)) {
            List<Class<?>> classes =
                    files.map(folder::relativize)
                            .map(Path::toString)
                            .filter(name -> name.endsWith(".class") && !name.contains("-info"))
                            .<Class<?>>map(SourcesTest::load)
                            .toList();
            assertTrue(classes.contains(LibraryFolders.class), "the walk finds nothing");
            return classes;
        }
    }

    private static Class<?> load(String file) {
        String name = file.substring(0, file.length() - ".class".length()).replace('/', '.');
        try {
            return Class.forName(Sources.class.getPackageName() + "." + name);
        } catch (ClassNotFoundException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    /** A host who lends nothing. */
    private static final class Stingy implements HostFiles {
        @Override
        public Upload ask(
                PartyId party,
                SeatId host,
                TrackRequest.Seen track,
                Duration patience,
                Consumer<Duration> awaited) {
            return new Upload.Refused("no");
        }

        @Override
        public MediaBytes open(String upload) throws HostFiles.Gone {
            throw new HostFiles.Gone("nothing here");
        }

        @Override
        public void forget(PartyId party) {}
    }
}
