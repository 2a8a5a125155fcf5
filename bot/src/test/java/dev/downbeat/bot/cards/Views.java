package dev.downbeat.bot.cards;

import dev.downbeat.party.Audience;
import dev.downbeat.party.Ballot;
import dev.downbeat.party.Crew;
import dev.downbeat.party.HostLink;
import dev.downbeat.party.ItemId;
import dev.downbeat.party.Listener;
import dev.downbeat.party.MediaRef;
import dev.downbeat.party.Mode;
import dev.downbeat.party.PartyId;
import dev.downbeat.party.PartyView;
import dev.downbeat.party.Place;
import dev.downbeat.party.PlaybackId;
import dev.downbeat.party.Poll;
import dev.downbeat.party.Prospect;
import dev.downbeat.party.QueueItem;
import dev.downbeat.party.Search;
import dev.downbeat.party.SeatId;
import dev.downbeat.party.Timeline;
import dev.downbeat.party.Track;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Views to show. */
final class Views {
    static final Instant START = Instant.EPOCH.plusSeconds(1_000);
    static final SeatId HOST = new SeatId("discord:42");

    private Views() {}

    static Track track(String title) {
        return new Track(
                new MediaRef("library:" + title),
                title,
                "Somebody",
                Duration.ofSeconds(185),
                "library",
                "97 %: title, artist");
    }

    static Timeline playing(String title) {
        return new Timeline.Playing(new PlaybackId(1), track(title), Duration.ZERO, START);
    }

    /** Silence in a party that follows its host's player. */
    static PartyView following(HostLink link) {
        return following(link, 0, new Prospect(false, false, false, false, false, false));
    }

    static PartyView following(HostLink link, int queued, Prospect prospect) {
        return following(link, queue(queued), prospect);
    }

    static PartyView following(HostLink link, List<QueueItem> items, Prospect prospect) {
        return following(link, new Timeline.Silent(), items, prospect);
    }

    /** Paused in a party whose host's player plays all the same. */
    static PartyView playingOn(Timeline paused) {
        return following(
                HostLink.PRESENT,
                paused,
                List.of(),
                new Prospect(true, true, false, false, false, true));
    }

    private static PartyView following(
            HostLink link, Timeline timeline, List<QueueItem> items, Prospect prospect) {
        PartyView queue = view(1, timeline, new Search.Idle(), 0, Running.ON);
        return new PartyView(
                queue.id(),
                queue.revision(),
                queue.name(),
                queue.host(),
                link,
                false,
                Mode.FOLLOW,
                queue.timeline(),
                queue.search(),
                items,
                queue.played(),
                queue.places(),
                prospect,
                queue.audience(),
                queue.crew(),
                false);
    }

    /** Two listeners, of whom one wants to skip. */
    static PartyView voting() {
        PartyView plain = view(1, playing("One"));
        SeatId anna = new SeatId("discord:11");
        SeatId boris = new SeatId("discord:12");
        Place voice = new Place("discord-voice", "1:2");
        Audience audience =
                new Audience(
                        List.of(
                                new Listener(anna, voice, START),
                                new Listener(boris, voice, START),
                                new Listener(boris, new Place("web", "3"), START)),
                        List.of(new Poll(Ballot.SKIP, List.of(anna), 1, 2)),
                        START);
        return new PartyView(
                plain.id(),
                plain.revision(),
                plain.name(),
                plain.host(),
                plain.hostLink(),
                plain.autopilot(),
                plain.mode(),
                plain.timeline(),
                plain.search(),
                plain.queue(),
                plain.played(),
                plain.places(),
                plain.prospect(),
                audience,
                plain.crew(),
                plain.ended());
    }

    private static Prospect leadByQueue(Timeline timeline, int queued) {
        boolean isSilent = timeline instanceof Timeline.Silent;
        return new Prospect(
                timeline instanceof Timeline.Paused || (isSilent && queued > 0),
                !isSilent || queued > 0,
                false,
                true,
                isSilent && queued > 0,
                false);
    }

    private static List<QueueItem> queue(int queued) {
        return IntStream.range(0, queued)
                .mapToObj(i -> new QueueItem(new ItemId(i), track("Next " + i), HOST))
                .toList();
    }

    static PartyView view(long revision, Timeline timeline) {
        return view(revision, timeline, new Search.Idle(), 0, Running.ON);
    }

    /** Whether a party goes on. */
    enum Running {
        ON,
        OVER
    }

    static PartyView view(
            long revision, Timeline timeline, Search search, int queued, Running running) {
        return new PartyView(
                new PartyId("0d2e508d-b580-4915-abd9-d756c208b479"),
                revision,
                "Evening",
                HOST,
                HostLink.NONE,
                false,
                Mode.QUEUE,
                timeline,
                search,
                queue(queued),
                List.of(),
                Set.of(),
                leadByQueue(timeline, queued),
                Audience.NOBODY,
                Crew.NONE,
                running == Running.OVER);
    }
}
