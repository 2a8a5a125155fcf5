package dev.downbeat.party;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whom the host trusts with more than a guest may.
 *
 * @param djs one entry a person
 */
public record Crew(List<Dj> djs) {
    /** Later than any party; a time that every store can write down. */
    static final Instant FOR_EVER = Instant.parse("9999-01-01T00:00:00Z");

    public static final Crew NONE = new Crew(List.of());

    public Crew {
        djs = List.copyOf(djs);
    }

    /**
     * May do what a host may with what is heard and queued.
     *
     * @param until not from then on; {@link #FOR_EVER} for as long as the party lasts
     */
    public record Dj(SeatId who, Instant until) {}

    boolean isDj(SeatId who) {
        return djs.stream().anyMatch(dj -> dj.who().equals(who));
    }

    /** When the first of them is a guest again; {@link #FOR_EVER} or later for never. */
    Instant changesAt() {
        return djs.stream().map(Dj::until).min(Instant::compareTo).orElse(Instant.MAX);
    }

    /** Whose time has come. */
    List<SeatId> over(Instant now) {
        return djs.stream().filter(dj -> !now.isBefore(dj.until())).map(Dj::who).toList();
    }

    Crew with(Dj dj) {
        return new Crew(Stream.concat(without(dj.who()).djs().stream(), Stream.of(dj)).toList());
    }

    Crew without(SeatId who) {
        return new Crew(djs.stream().filter(dj -> !dj.who().equals(who)).toList());
    }
}
