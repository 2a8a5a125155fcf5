package dev.downbeat.bot.words;

import dev.downbeat.party.Track;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Why a source took this track and no other, as plain text in the reader's language. */
public final class Why {
    private static final Pattern LENGTH = Pattern.compile("length ([+-]\\d+) s");

    private Why() {}

    /** Whether it says no more than the source's name does. */
    public static boolean isTheSource(Track track, Words words) {
        return of(track, words).equals(words.source(track.source()));
    }

    /** What is not one of our words, for example a version's name, stays as it is. */
    public static String of(Track track, Words words) {
        String why = track.why();
        int start = why.indexOf(": ") + 1;
        return why.substring(0, start)
                + (start > 0 ? " " : "")
                + Arrays.stream(why.substring(start).strip().split(", ", -1))
                        .map(part -> said(part, words))
                        .collect(Collectors.joining(", "));
    }

    private static String said(String part, Words words) {
        Matcher length = LENGTH.matcher(part);
        if (length.matches()) {
            return words.say("why.length_apart").replace("{0}", length.group(1));
        }
        String key = "why." + part.toLowerCase(Locale.ROOT).replace(' ', '_').replace("'", "");
        return words.knows(key) ? words.say(key) : part;
    }
}
