package dev.downbeat.engine.sources;

import dev.downbeat.engine.ServerClock;
import dev.downbeat.engine.parties.AskedSource;
import dev.downbeat.engine.parties.HostFiles;
import dev.downbeat.engine.parties.MediaBytes;
import dev.downbeat.engine.parties.MediaOpener;
import dev.downbeat.engine.parties.MediaProbe;
import dev.downbeat.engine.parties.MusicSource;
import dev.downbeat.engine.reasons.Reason;
import dev.downbeat.engine.sources.library.Library;
import dev.downbeat.engine.sources.library.LibraryReport;
import dev.downbeat.engine.sources.link.LinkClient;
import dev.downbeat.engine.sources.link.LinkPolicy;
import dev.downbeat.party.MediaRef;
import dev.downbeat.party.Track;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import javax.net.ssl.SSLSocketFactory;

/** The list of sources, in the order in which they are asked. Any thread may call. */
public final class Sources implements MediaOpener, AutoCloseable {
    private final Library library;
    private final List<AskedSource> list;

    private Sources(Library library, List<AskedSource> list) {
        this.library = library;
        this.list = list;
    }

    /** Starts to read the library in the background. */
    public static Sources open(
            SourceSettings settings, MediaProbe probe, HostFiles hostFiles, ServerClock clock) {
        Library library = Library.open(settings.libraryFolders(), probe);
        LinkPolicy policy =
                new LinkPolicy(
                        settings.linkAllow(), settings.linkMaxBytes(), InetAddress::getAllByName);
        LinkClient links =
                new LinkClient(
                        policy, (SSLSocketFactory) SSLSocketFactory.getDefault(), clock::nanos);
        Duration patience = settings.hostFilePatience();
        return new Sources(
                library,
                List.of(
                        asked(new LibraryFolders(library), Duration.ofSeconds(2), 4),
                        asked(
                                new DirectLink(links, probe, clock.epoch()),
                                Duration.ofSeconds(15),
                                8),
                        asked(new HostFile(hostFiles, patience), patience.plusSeconds(1), 64)));
    }

    private static AskedSource asked(MusicSource source, Duration deadline, int atOnce) {
        return new AskedSource(source, deadline, atOnce);
    }

    public List<AskedSource> list() {
        return list;
    }

    /** How the library fares; for health. */
    public LibraryReport library() {
        return library.report();
    }

    @Override
    public MediaBytes open(MediaRef ref) throws IOException {
        MusicSource source =
                of(ref).orElseThrow(() -> new NoSuchFileException(Reason.SOURCE_GONE.code()));
        return source.open(ref);
    }

    @Override
    public Optional<Track> another(Track failed) {
        return of(failed.media()).flatMap(source -> source.another(failed));
    }

    private Optional<MusicSource> of(MediaRef ref) {
        String name = ref.value().substring(0, Math.max(0, ref.value().indexOf(':')));
        return list.stream()
                .map(AskedSource::source)
                .filter(source -> source.name().equals(name))
                .findFirst();
    }

    /** What a source wrote behind its own name. */
    static String afterName(MediaRef ref) {
        return ref.value().substring(ref.value().indexOf(':') + 1);
    }

    @Override
    public void close() {
        library.close();
    }
}
