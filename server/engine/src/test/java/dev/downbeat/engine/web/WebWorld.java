package dev.downbeat.engine.web;

import dev.downbeat.engine.ServerClock;
import dev.downbeat.engine.accounts.Pairing;
import dev.downbeat.engine.accounts.Tickets;
import dev.downbeat.engine.accounts.Tokens;
import dev.downbeat.engine.parties.AskedSource;
import dev.downbeat.engine.parties.FrameOutput;
import dev.downbeat.engine.parties.MediaBytes;
import dev.downbeat.engine.parties.MusicSource;
import dev.downbeat.engine.parties.Parties;
import dev.downbeat.engine.parties.Surroundings;
import dev.downbeat.engine.store.Store;
import dev.downbeat.engine.web.sync.Companions;
import dev.downbeat.engine.web.sync.SyncLimits;
import dev.downbeat.engine.web.uploads.UploadSettings;
import dev.downbeat.party.MediaRef;
import dev.downbeat.party.PartyId;
import dev.downbeat.party.PartyInput;
import dev.downbeat.party.PlaybackId;
import dev.downbeat.party.Resolution;
import dev.downbeat.party.SeatId;
import dev.downbeat.party.Track;
import dev.downbeat.party.TrackRequest;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;

/** The web server on a real port, with real parties, on a database in memory. */
public final class WebWorld implements AutoCloseable {
    public static final SeatId MILA = new SeatId("discord:1");
    public static final SeatId OTHER = new SeatId("discord:2");
    public static final SyncLimits PATIENT =
            new SyncLimits(
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(1));

    private static final long PATIENCE_NANOS = 20_000_000_000L;

    public final ServerClock clock;
    public final Companions companions;
    public final Parties parties;
    public final Pairing pairing;
    public final Tokens tokens;
    public final Tickets tickets;
    public final WebServer server;
    public final HttpClient http = HttpClient.newHttpClient();
    private final Store store;

    public WebWorld(Path folder, SyncLimits limits) {
        this(folder, limits, ServerClock.start());
    }

    public WebWorld(Path folder, SyncLimits limits, ServerClock clock) {
        this.clock = clock;
        store = Store.open("jdbc:h2:mem:" + UUID.randomUUID(), folder, clock);
        WebSettings settings =
                new WebSettings(
                        "127.0.0.1",
                        0,
                        Set.of("https://party.example"),
                        "test",
                        new UploadSettings(
                                folder.resolve("uploads"),
                                8 << 20,
                                16 << 20,
                                UploadSettings.Sounding.WHILE_UPLOADING,
                                Duration.ofSeconds(10)));
        companions = Companions.open(settings, clock, limits);
        parties =
                new Parties(
                        new Surroundings(
                                clock,
                                store.events(),
                                List.of(new AskedSource(new Jukebox(), Duration.ofSeconds(5), 4)),
                                new Silence(),
                                companions.files(),
                                companions,
                                (_, _, _) -> {}));
        tokens = new Tokens(store.accounts(), clock);
        tickets = new Tickets(store.accounts(), tokens, clock);
        pairing = new Pairing(tokens, clock::nanos);
        server =
                WebServer.start(
                        settings,
                        new WebParts(
                                clock,
                                parties,
                                companions,
                                pairing,
                                tokens,
                                tickets,
                                () -> "4711",
                                List.of(
                                        new HealthPart(
                                                "database",
                                                HealthPart.Weight.NEEDED,
                                                () -> new HealthPart.State(true, "H2"))),
                                new PrometheusMeterRegistry(PrometheusConfig.DEFAULT)));
    }

    public String token(SeatId seat) {
        return tokens.issue(seat, "Mila");
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    public HttpRequest.Builder request(String path, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
        request.timeout(Duration.ofSeconds(30));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    public HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    public HttpResponse<String> get(String path, String token) throws IOException {
        return send(request(path, token).build());
    }

    public HttpResponse<String> json(String method, String path, String token, String body)
            throws IOException {
        return send(
                request(path, token)
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build());
    }

    /** Returns when it holds. */
    public void await(String what, BooleanSupplier holds) {
        for (long due = System.nanoTime() + PATIENCE_NANOS; !holds.getAsBoolean(); ) {
            if (System.nanoTime() > due) {
                throw new AssertionError("not in time: " + what);
            }
            Thread.onSpinWait();
        }
    }

    @Override
    public void close() {
        server.close();
        parties.close();
        companions.close();
        store.close();
        http.close();
    }

    /** Has every track, an hour long, under the very words that were asked. */
    private static final class Jukebox implements MusicSource {
        @Override
        public String name() {
            return "jukebox";
        }

        @Override
        public boolean understands(Question question) {
            return true;
        }

        @Override
        public Resolution find(Question question) {
            String title =
                    switch (question.what()) {
                        case TrackRequest.Seen seen -> seen.title();
                        case TrackRequest.Typed(var text) -> text;
                    };
            return title.startsWith("no ")
                    ? new Resolution.NotFound()
                    : new Resolution.Found(
                            new Track(
                                    new MediaRef("jukebox:" + title),
                                    title,
                                    "",
                                    Duration.ofHours(1),
                                    "jukebox",
                                    "it has everything"));
        }

        @Override
        public MediaBytes open(MediaRef ref) throws IOException {
            throw new IOException("never opened");
        }
    }

    /** Says that all sounds at once, and makes none. */
    private static final class Silence implements FrameOutput {
        private volatile BiConsumer<PartyId, PartyInput> parties = (_, _) -> {};

        @Override
        public void reportTo(BiConsumer<PartyId, PartyInput> receiver) {
            parties = receiver;
        }

        @Override
        public void play(
                PartyId party,
                PlaybackId id,
                Track track,
                Duration from,
                Instant at,
                boolean keepsTime) {
            parties.accept(party, new PartyInput.Sounding(id, from, at));
        }

        @Override
        public void shift(PartyId party, PlaybackId id, Duration by) {}

        @Override
        public void stop(PartyId party, PlaybackId id) {}

        @Override
        public void prepare(PartyId party, Track track) {}

        @Override
        public void close(PartyId party) {}
    }
}
