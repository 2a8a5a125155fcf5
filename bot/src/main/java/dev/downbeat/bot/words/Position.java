package dev.downbeat.bot.words;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How people write places in a track: {@code 1:23}, {@code 1:02:03}, {@code 83}, {@code +15}. */
public final class Position {
    private static final Pattern FORM =
            Pattern.compile("([+-]?)(?:(?:(\\d{1,3}):)?(\\d{1,3}):)?(\\d{1,5})");

    private Position() {}

    /** What somebody typed. */
    public sealed interface Typed {
        record At(Duration position) implements Typed {}

        record By(Duration distance) implements Typed {}
    }

    /** Empty when it cannot be understood: {@code 1:75} is nobody's way to write 2:15. */
    public static Optional<Typed> parse(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()
                || isOver(form.group(2), form.group(3))
                || isOver(form.group(3), form.group(4))) {
            return Optional.empty();
        }
        Duration length =
                Duration.ofHours(number(form.group(2)))
                        .plusMinutes(number(form.group(3)))
                        .plusSeconds(number(form.group(4)));
        return Optional.of(
                switch (form.group(1)) {
                    case "+" -> new Typed.By(length);
                    case "-" -> new Typed.By(length.negated());
                    default -> new Typed.At(length);
                });
    }

    /** Whether a part that stands after a larger one should have been counted into it. */
    private static boolean isOver(@Nullable String larger, @Nullable String part) {
        return larger != null && number(part) >= 60;
    }

    private static long number(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }

    /** As {@code 1:23} or {@code 1:02:03}; never negative. */
    public static String write(Duration position) {
        long seconds = Math.max(0, position.toSeconds());
        return seconds < 3600
                ? "%d:%02d".formatted(seconds / 60, seconds % 60)
                : "%d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
    }
}
