package dev.downbeat.party;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A party in a test: a clock that is moved by hand, and everything that was wanted so far. */
final class Stageplay {
    static final SeatId HOST = new SeatId("discord:1");
    static final SeatId GUEST = new SeatId("web:guest");
    static final Instant START = Instant.parse("2026-01-01T12:00:00Z");

    final List<PartyEvent> log = new ArrayList<>();
    final List<PartyEffect> effects = new ArrayList<>();
    private final Party party;
    private Instant now = START;
    private int wishes;

    Stageplay(Mode mode) {
        this(List.of(Party.start(new PartyId("p"), "party", HOST, mode, START)), START);
    }

    Stageplay(List<PartyEvent> events, Instant now) {
        log.addAll(events);
        party = Party.from(events);
        this.now = now;
    }

    Instant now() {
        return now;
    }

    Party party() {
        return party;
    }

    PartyView view() {
        return party.view();
    }

    Timeline timeline() {
        return view().timeline();
    }

    /** Only what this input made the party want. */
    List<PartyEffect> send(PartyInput input) {
        Decision decision = party.decide(input, now);
        decision.events().forEach(party::apply);
        log.addAll(decision.events());
        effects.addAll(decision.effects());
        return decision.effects();
    }

    List<PartyEffect> ask(SeatId who, Wish wish) {
        return ask(who, "w" + wishes++, wish);
    }

    List<PartyEffect> ask(SeatId who, String id, Wish wish) {
        return send(new PartyInput.Asked(who, new WishId(id), wish));
    }

    /** The note of the one answer among {@code effects}. */
    static Note said(List<PartyEffect> effects) {
        List<PartyEffect.Answer> answers =
                effects.stream()
                        .filter(PartyEffect.Answer.class::isInstance)
                        .map(PartyEffect.Answer.class::cast)
                        .toList();
        if (answers.size() != 1) {
            throw new AssertionError("one answer expected in " + effects);
        }
        return switch (answers.getFirst().outcome()) {
            case Outcome.Done done -> done.note();
            case Outcome.Refused refused -> refused.note();
        };
    }

    /** Moves the clock in steps, waking the party whenever it wants to be woken. */
    void wait(Duration time) {
        Instant until = now.plus(time);
        while (!party.wakeAt().isAfter(until)) {
            now = party.wakeAt().isAfter(now) ? party.wakeAt() : now;
            Instant woken = party.wakeAt();
            send(new PartyInput.TimePassed());
            if (party.wakeAt().equals(woken) && !woken.isAfter(now)) {
                throw new AssertionError("the party wakes again and again at " + woken);
            }
        }
        now = until;
    }

    void waitMillis(long millis) {
        wait(Duration.ofMillis(millis));
    }

    PartyEffect.Resolve lastQuestion() {
        return last(PartyEffect.Resolve.class);
    }

    PartyEffect.Play lastPlay() {
        return last(PartyEffect.Play.class);
    }

    <T extends PartyEffect> T last(Class<T> kind) {
        return effects.reversed().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + kind.getSimpleName()));
    }

    <T extends PartyEffect> long count(Class<T> kind) {
        return effects.stream().filter(kind::isInstance).count();
    }

    List<PartyEffect> answer(Resolution answer) {
        return send(new PartyInput.Resolved(lastQuestion().id(), answer));
    }

    List<PartyEffect> found(String title) {
        return answer(new Resolution.Found(track(title)));
    }

    static Track track(String title) {
        return new Track(
                new MediaRef("library:" + title),
                title,
                "artist",
                Duration.ofSeconds(200),
                "library",
                "100 %");
    }

    static TrackRequest.Seen seen(String title) {
        return new TrackRequest.Seen(title, "artist", "album", Duration.ofSeconds(200));
    }

    /** Asks for a track as {@code who} and lets the library have it. */
    List<PartyEffect> play(SeatId who, String title) {
        ask(who, new Wish.Play(new TrackRequest.Typed(title)));
        return found(title);
    }

    void sounding() {
        PartyEffect.Play play = lastPlay();
        send(new PartyInput.Sounding(play.id(), play.from(), play.at()));
    }

    void finished() {
        send(new PartyInput.Ended(lastPlay().id(), new EndReason.Finished()));
    }

    List<PartyEffect> failed() {
        return send(
                new PartyInput.Ended(
                        lastPlay().id(), new EndReason.Failed(Problem.NO_SOUND, "no frame")));
    }

    List<PartyEffect> report(String title, Sighting.Status status, long positionMillis) {
        return send(
                new PartyInput.Reported(
                        HOST,
                        new Sighting(
                                seen(title),
                                status,
                                Duration.ofMillis(positionMillis),
                                true,
                                1.0,
                                now)));
    }

    List<PartyEffect> plays(String title, long positionMillis) {
        return report(title, Sighting.Status.PLAYING, positionMillis);
    }

    /** The host's player plays {@code title}, and the party plays it too. */
    void follow(String title, long positionMillis) {
        plays(title, positionMillis);
        found(title);
    }

    Duration position() {
        return Timelines.positionAt(timeline(), now);
    }
}
