package dev.downbeat.engine.parties;

import dev.downbeat.engine.ServerClock;
import dev.downbeat.party.PartyId;
import dev.downbeat.party.Resolution;
import dev.downbeat.party.SeatId;
import dev.downbeat.party.TrackRequest;

import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Asks the sources one after the other until one finds the track. A source's failure, or that
 * several fit, is reported only when nobody finds it. Any thread may call.
 */
final class Resolver {
    private final List<Desk> desks;

    Resolver(List<AskedSource> sources, ServerClock clock, Counters counters) {
        this.desks = sources.stream().map(asked -> new Desk(asked, clock, counters)).toList();
    }

    /** Waits as long as all sources together may take. */
    Resolution resolve(Inquiry inquiry) throws InterruptedException {
        Resolution answer = new Resolution.NotFound();
        for (Desk desk : desks) {
            switch (desk.ask(inquiry.to(desk.name()))) {
                case Resolution.Found found -> {
                    return found;
                }
                case Resolution.NotFound _ -> {}
                case Resolution.Several several -> answer = several;
                case Resolution.Failed failed ->
                        answer = answer instanceof Resolution.NotFound ? failed : answer;
            }
        }
        return answer;
    }

    /**
     * What is asked of all sources.
     *
     * @param awaited told by which source, and how long its answer will still take
     */
    record Inquiry(
            PartyId party,
            SeatId host,
            SeatId asker,
            TrackRequest what,
            BiConsumer<String, Duration> awaited) {

        private MusicSource.Question to(String source) {
            return new MusicSource.Question(
                    party, host, asker, what, eta -> awaited.accept(source, eta));
        }
    }
}
