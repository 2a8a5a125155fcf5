package dev.downbeat.engine.sources.matching;

/**
 * How alike two spellings are.
 *
 * @param score 0 to 1
 * @param why in figures, for people: {@code 97 %: title, artist, length +1 s}
 */
public record Match(double score, String why) {
    /** From here on it is taken for the same recording. */
    public static final double ACCEPTED = 0.85;

    static final Match NONE = new Match(0, "");

    static Match of(double score, String why) {
        return new Match(score, Math.round(score * 100) + " %: " + why);
    }

    public boolean accepted() {
        return score >= ACCEPTED;
    }
}
