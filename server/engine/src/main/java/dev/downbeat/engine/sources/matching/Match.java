package dev.downbeat.engine.sources.matching;

/**
 * How alike two spellings are.
 *
 * @param score 0 to 1
 * @param whole whether all of the track's title was asked for
 * @param why in figures, for people: {@code 97 %: title, artist, length +1 s}
 */
public record Match(double score, boolean whole, String why) {
    /** From here on it is taken for the same recording. */
    public static final double ACCEPTED = 0.85;

    /** Two that are no further apart than this fit equally well. */
    private static final double EQUAL = 0.01;

    static final Match NONE = new Match(0, false, "");

    static Match of(double score, String why) {
        return of(score, true, why);
    }

    static Match of(double score, boolean whole, String why) {
        return new Match(score, whole, Math.round(score * 100) + " %: " + why);
    }

    public boolean isAsGoodAs(Match other) {
        return score >= other.score - EQUAL;
    }

    public boolean accepted() {
        return score >= ACCEPTED;
    }
}
