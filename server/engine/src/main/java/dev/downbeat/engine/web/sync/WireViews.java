package dev.downbeat.engine.web.sync;

import dev.downbeat.engine.PlainText;
import dev.downbeat.engine.reasons.ReasonWords;
import dev.downbeat.party.HostLink;
import dev.downbeat.party.Mode;
import dev.downbeat.party.PartyView;
import dev.downbeat.party.QueueItem;
import dev.downbeat.party.Search;
import dev.downbeat.party.Timeline;
import dev.downbeat.party.Track;
import dev.downbeat.protocol.ServerMessage;
import dev.downbeat.protocol.WireItem;
import dev.downbeat.protocol.WireTrack;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** A party's view in the words of the wire. */
public final class WireViews {
    /** So that a playlist stays below the longest message; whoever needs more asks by REST. */
    static final int MOST_ITEMS = 100;

    private WireViews() {}

    /** What a seat in no party is told. */
    public static ServerMessage.PlaybackState none(Instant now) {
        return new ServerMessage.PlaybackState(
                "",
                "",
                0,
                millis(now),
                millis(now),
                "silent",
                WireTrack.UNKNOWN,
                0,
                "",
                "",
                "",
                false,
                false,
                "",
                0,
                "",
                "");
    }

    public static ServerMessage.PlaylistUpdate noPlaylist(Instant now) {
        return new ServerMessage.PlaylistUpdate("", 0, millis(now), java.util.List.of());
    }

    public static ServerMessage.PlaybackState state(PartyView view, Instant now) {
        Sounding sounding = sounding(view, now);
        return new ServerMessage.PlaybackState(
                view.id().value(),
                PlainText.of(view.name()),
                view.revision(),
                millis(now),
                millis(sounding.at()),
                sounding.state(),
                sounding.track(),
                Math.max(0, sounding.position().toMillis()),
                sounding.source(),
                sounding.why(),
                mode(view.mode()),
                view.hostLink() == HostLink.PRESENT,
                view.autopilot(),
                search(view.search()),
                eta(view.search(), now),
                problem(view.search()),
                reason(view.search()));
    }

    private record Sounding(
            String state,
            WireTrack track,
            Duration position,
            Instant at,
            String source,
            String why) {
        Sounding(String state, Track track, Duration position, Instant at) {
            this(state, wire(track), position, at, track.source(), track.why());
        }
    }

    private static Sounding sounding(PartyView view, Instant now) {
        if (view.ended()) {
            return new Sounding("ended", WireTrack.UNKNOWN, Duration.ZERO, now, "", "");
        }
        return switch (view.timeline()) {
            case Timeline.Silent() ->
                    new Sounding("silent", WireTrack.UNKNOWN, Duration.ZERO, now, "", "");
            case Timeline.Playing playing ->
                    new Sounding("playing", playing.track(), playing.position(), playing.at());
            case Timeline.Paused paused ->
                    new Sounding("paused", paused.track(), paused.position(), now);
            case Timeline.Buffering waiting ->
                    new Sounding("buffering", waiting.track(), waiting.position(), now);
        };
    }

    private static String mode(Mode mode) {
        return switch (mode) {
            case FOLLOW -> "follow";
            case QUEUE -> "queue";
        };
    }

    private static String search(Search search) {
        return switch (search) {
            case Search.Idle() -> "";
            case Search.Asking _ -> "asking";
            case Search.Waiting _ -> "waiting";
            case Search.NotFound _ -> "not_found";
            case Search.Failed _ -> "failed";
        };
    }

    private static String problem(Search search) {
        return search instanceof Search.Failed failed
                ? failed.problem().name().toLowerCase(Locale.ROOT)
                : "";
    }

    /** Only what is a code: a fault's own text is nobody's business. */
    private static String reason(Search search) {
        return search instanceof Search.Failed failed
                        && ReasonWords.ENGLISH.of(failed.detail()).isPresent()
                ? failed.detail()
                : "";
    }

    private static long eta(Search search, Instant now) {
        return search instanceof Search.Waiting waiting ? waiting.eta(now).toMillis() : 0;
    }

    /** The first items; the whole queue is there by REST, page by page. */
    public static ServerMessage.PlaylistUpdate playlist(PartyView view, Instant now) {
        return playlist(view, now, 0, MOST_ITEMS);
    }

    public static ServerMessage.PlaylistUpdate playlist(
            PartyView view, Instant now, int from, int count) {
        return new ServerMessage.PlaylistUpdate(
                view.id().value(),
                view.revision(),
                millis(now),
                view.queue().stream().skip(from).limit(count).map(WireViews::item).toList());
    }

    private static WireItem item(QueueItem item) {
        Track track = item.track();
        return new WireItem(
                item.id().value(), wire(track), item.by().value(), track.source(), track.why());
    }

    static WireTrack wire(Track track) {
        return new WireTrack(
                PlainText.of(track.title()),
                PlainText.of(track.artist()),
                "",
                Math.max(0, track.duration().toMillis()));
    }

    /** The same track in words that show as what they are. */
    public static WireTrack plain(WireTrack track) {
        return new WireTrack(
                PlainText.of(track.title()),
                PlainText.of(track.artist()),
                PlainText.of(track.album()),
                track.durationMs());
    }

    /** Server time on the wire: ms since 1970 with fraction. */
    public static double millis(Instant when) {
        return when.getEpochSecond() * 1_000.0 + when.getNano() / 1_000_000.0;
    }

    static Instant instant(double millis) {
        return Instant.EPOCH.plusNanos(Math.round(millis * 1_000_000.0));
    }
}
