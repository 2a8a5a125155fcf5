package dev.downbeat.engine.web.sync;

import dev.downbeat.engine.ServerClock;
import dev.downbeat.party.PartyView;
import dev.downbeat.protocol.Wire;

import java.time.Instant;
import java.util.Optional;

/** Tells one socket what its party looks like. Any thread may call; no call waits. */
final class PartyTalk {
    private final Outbox outbox;
    private final ServerClock clock;

    PartyTalk(Outbox outbox, ServerClock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * @param view empty for who is in no party
     */
    void tell(Optional<PartyView> view) {
        Instant now = clock.now();
        outbox.state(
                Outbox.Kind.PLAYBACK,
                Wire.write(
                        view.map(it -> WireViews.state(it, now))
                                .orElseGet(() -> WireViews.none(now))));
        outbox.state(
                Outbox.Kind.PLAYLIST,
                Wire.write(
                        view.map(it -> WireViews.playlist(it, now))
                                .orElseGet(() -> WireViews.noPlaylist(now))));
    }

    /** The party's last state, nothing after it, and then the end. */
    void last(PartyView view, Runnable then) {
        outbox.last(Wire.write(WireViews.state(view, clock.now())), then);
    }
}
