package dev.downbeat.party;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Everything a party remembers except answered wishes: immutable, plain data, stored in snapshots.
 * Unchanged parts are shared from one state to the next, so a long queue costs nothing.
 */
public record PartyState(
        long revision,
        Terms terms,
        Sound sound,
        Waiting waiting,
        Asking asking,
        HostSeat hostSeat,
        Set<Place> places,
        Audience audience,
        Crew crew) {
    public PartyState {
        places = Set.copyOf(places);
        // Parties of an older day knew of neither.
        audience = Objects.requireNonNullElse(audience, Audience.NOBODY);
        crew = Objects.requireNonNullElse(crew, Crew.NONE);
    }

    /** Who holds the party, and how. */
    public record Terms(PartyId id, String name, SeatId host, Mode mode, boolean ended) {}

    /**
     * What is heard.
     *
     * @param by who asked for the track on the timeline
     * @param last the newest generation given out
     * @param failures playbacks in a row that failed without a sound
     */
    public record Sound(
            Timeline timeline, SeatId by, PlaybackId last, int failures, List<Track> played) {
        public Sound {
            played = List.copyOf(played);
        }
    }

    /**
     * The queue, next first.
     *
     * @param last the newest id given out
     * @param changes what people did to it and can be taken back, newest last
     * @param changed how many changes there were
     */
    public record Waiting(List<QueueItem> items, ItemId last, List<Change> changes, long changed) {
        public Waiting {
            items = List.copyOf(items);
            // Parties of an older day kept none.
            changes = List.copyOf(Objects.requireNonNullElse(changes, List.of()));
        }
    }

    /**
     * Open questions.
     *
     * @param shown the question that {@code search} tells about
     */
    public record Asking(List<Question> open, ResolveId last, Search search, ResolveId shown) {
        public Asking {
            open = List.copyOf(open);
        }
    }

    /**
     * The host's companion and player.
     *
     * @param away it said goodbye, where {@code link} is {@code NONE}
     * @param commandedAt readings before this are older than the last command
     * @param mutedUntil until then reports that do not meet the expectation only wait
     * @param playsOn whether the player was seen to play under a person's pause
     */
    public record HostSeat(
            HostLink link,
            boolean away,
            Lead lead,
            Expectation expectation,
            Instant commandedAt,
            Instant mutedUntil,
            Readings readings,
            boolean playsOn) {}

    static PartyState of(PartyEvent.Started start) {
        return new PartyState(
                1,
                new Terms(start.id(), start.name(), start.host(), start.mode(), false),
                new Sound(new Timeline.Silent(), start.host(), new PlaybackId(0), 0, List.of()),
                new Waiting(List.of(), new ItemId(0), List.of(), 0),
                new Asking(List.of(), new ResolveId(0), new Search.Idle(), new ResolveId(0)),
                new HostSeat(
                        HostLink.NONE,
                        false,
                        new Lead.Nothing(),
                        new Expectation.None(),
                        Readings.NEVER,
                        Readings.NEVER,
                        Readings.none(),
                        false),
                Set.of(),
                Audience.NOBODY,
                Crew.NONE);
    }

    boolean autopilot() {
        return terms.mode() == Mode.FOLLOW && (hostSeat.link() == HostLink.LOST || hostSeat.away());
    }

    /** Whether the queue, not the host's player, says what comes next. */
    boolean queueLeads() {
        return terms.mode() == Mode.QUEUE || autopilot() || isPlayerAside();
    }

    boolean playerLeads() {
        return terms.mode() == Mode.FOLLOW
                && hostSeat.link() == HostLink.PRESENT
                && !isPlayerAside();
    }

    private boolean isPlayerAside() {
        return terms.mode() == Mode.FOLLOW && hostSeat.lead() instanceof Lead.Aside;
    }

    /** Whether a person or a moderator holds the pause, so that no player may end it. */
    boolean heldByPeople() {
        return sound.timeline() instanceof Timeline.Paused paused && !paused.by().mayPlayerEnd();
    }

    PartyView view() {
        return new PartyView(
                terms.id(),
                revision,
                terms.name(),
                terms.host(),
                hostSeat.link(),
                autopilot(),
                terms.mode(),
                sound.timeline(),
                asking.search(),
                waiting.items(),
                sound.played(),
                places,
                Prospect.of(this),
                audience,
                crew,
                terms.ended());
    }

    /** Lists and sets are shared while unchanged, so identity tells enough of them. */
    @SuppressWarnings("ReferenceEquality")
    boolean looksLike(PartyState other) {
        return terms.equals(other.terms)
                && hostSeat.link() == other.hostSeat.link()
                && hostSeat.away() == other.hostSeat.away()
                && sound.timeline().equals(other.sound.timeline())
                && asking.search().equals(other.asking.search())
                && waiting.items() == other.waiting.items()
                && sound.played() == other.sound.played()
                && Prospect.of(this).equals(Prospect.of(other))
                && places.equals(other.places)
                && audience.listeners() == other.audience.listeners()
                && audience.polls().equals(other.audience.polls())
                && audience.countedAt().equals(other.audience.countedAt())
                && crew.equals(other.crew);
    }

    PartyState with(Terms changed) {
        return new PartyState(
                revision, changed, sound, waiting, asking, hostSeat, places, audience, crew);
    }

    PartyState with(Sound changed) {
        return new PartyState(
                revision, terms, changed, waiting, asking, hostSeat, places, audience, crew);
    }

    PartyState with(Waiting changed) {
        return new PartyState(
                revision, terms, sound, changed, asking, hostSeat, places, audience, crew);
    }

    PartyState with(Asking changed) {
        return new PartyState(
                revision, terms, sound, waiting, changed, hostSeat, places, audience, crew);
    }

    PartyState with(HostSeat changed) {
        return new PartyState(
                revision, terms, sound, waiting, asking, changed, places, audience, crew);
    }

    PartyState with(Set<Place> changed) {
        return new PartyState(
                revision, terms, sound, waiting, asking, hostSeat, changed, audience, crew);
    }

    PartyState withRevision(long changed) {
        return new PartyState(
                changed, terms, sound, waiting, asking, hostSeat, places, audience, crew);
    }

    PartyState with(Audience changed) {
        return new PartyState(
                revision, terms, sound, waiting, asking, hostSeat, places, changed, crew);
    }

    PartyState with(Crew changed) {
        return new PartyState(
                revision, terms, sound, waiting, asking, hostSeat, places, audience, changed);
    }
}
