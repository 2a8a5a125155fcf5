package dev.downbeat.companion.words;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes from what others wrote whatever steers a terminal: control characters of both sets, marks
 * that turn the direction of writing, and ends of lines.
 */
public final class Plain {
    private static final String STEERING = "\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}";
    private static final Pattern IN_A_LINE = Pattern.compile("[" + STEERING + "]");
    private static final Pattern IN_A_TEXT = Pattern.compile("[" + STEERING + "&&[^\\n\\r\\t]]");

    private Plain() {}

    /** A space in place of each, for sentences. */
    public static String spaced(String line) {
        return IN_A_LINE.matcher(line).replaceAll(" ");
    }

    /** Each as JSON escapes it, for records: JSON stays the same JSON. */
    public static String escaped(String line) {
        return IN_A_LINE.matcher(line).replaceAll(Plain::escape);
    }

    /** The same for a text of several lines, which stay lines. */
    public static String escapedText(String text) {
        return IN_A_TEXT.matcher(text).replaceAll(Plain::escape);
    }

    private static String escape(MatchResult found) {
        StringBuilder escaped = new StringBuilder();
        found.group().chars().forEach(c -> escaped.append(String.format("\\u%04x", c)));
        return Matcher.quoteReplacement(escaped.toString());
    }
}
