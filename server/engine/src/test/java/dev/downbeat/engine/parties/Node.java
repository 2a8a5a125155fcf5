package dev.downbeat.engine.parties;

import dev.downbeat.engine.ServerClock;
import dev.downbeat.party.MediaRef;
import dev.downbeat.party.Outcome;
import dev.downbeat.party.Resolution;
import dev.downbeat.party.SeatId;
import dev.downbeat.party.Track;
import dev.downbeat.party.TrackRequest;
import dev.downbeat.party.Wish;
import dev.downbeat.party.WishId;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The parties of one node, with an output without sound and a source that has everything. */
final class Node implements AutoCloseable {
    static final SeatId HOST = new SeatId("discord:1");
    static final SeatId GUEST = new SeatId("discord:2");

    final Stagehand output = new Stagehand();
    final Parties parties;

    Node(EventLog log, ServerClock clock) {
        this(log, clock, new FakeSource("all", Node::find));
    }

    Node(EventLog log, ServerClock clock, MusicSource source) {
        parties =
                new Parties(
                        new Surroundings(
                                clock,
                                log,
                                List.of(new AskedSource(source, Duration.ofSeconds(20), 8)),
                                output,
                                new NoFiles(),
                                (_, _, _) -> {},
                                (_, _, _) -> {}));
    }

    static Resolution find(MusicSource.Question question) {
        return switch (question.what()) {
            case TrackRequest.Typed(var text) -> new Resolution.Found(track(text));
            case TrackRequest.Seen seen -> new Resolution.Found(track(seen.title()));
        };
    }

    static Track track(String title) {
        return new Track(
                new MediaRef("all:" + title), title, "Artist", Duration.ofMinutes(3), "all", "");
    }

    static Outcome ask(PartyHost party, String id, Wish wish) throws Exception {
        return party.ask(HOST, new WishId(id), wish)
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS);
    }

    static Wish play(String title) {
        return new Wish.Play(new TrackRequest.Typed(title));
    }

    @Override
    public void close() {
        parties.close();
    }
}
