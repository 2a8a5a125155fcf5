package dev.downbeat.party;

import java.time.Duration;
import java.time.Instant;

/** What the party wants done; run only after its events are durable. */
public sealed interface PartyEffect {
    /** Ask the sources; the answer comes back as {@link PartyInput.Resolved}. */
    record Resolve(ResolveId id, TrackRequest what, SeatId who) implements PartyEffect {}

    /** Make the track ready ahead of its turn. */
    record Prepare(Track track) implements PartyEffect {}

    /**
     * Sound {@code track} so that media position {@code from} is heard at {@code at}. The timeline
     * keeps time without sound when it is {@link Timeline.Playing} right after this decision, and
     * waits for the sound when it is {@link Timeline.Buffering}.
     */
    record Play(PlaybackId id, Track track, Duration from, Instant at) implements PartyEffect {}

    /** Small drift: move the running playback by {@code by} without a break (a splice). */
    record Shift(PlaybackId id, Duration by) implements PartyEffect {}

    /** Silence from now on; older playbacks are over. */
    record Stop(PlaybackId id) implements PartyEffect {}

    /** Tell the host's player to do the same. */
    record Command(SeatId host, PlayerCommand command) implements PartyEffect {}

    /** The final answer to a wish. */
    record Answer(SeatId who, WishId id, Outcome outcome) implements PartyEffect {}

    /** Something that answers no wish, for {@code who} and everybody else in the party. */
    record Tell(SeatId who, Note note) implements PartyEffect {}

    /** The party is over: free what it held. */
    record Close() implements PartyEffect {}
}
