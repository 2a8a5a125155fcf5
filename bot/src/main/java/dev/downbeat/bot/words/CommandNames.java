package dev.downbeat.bot.words;

import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes commands in a sentence as people find them: a catalogue says {@code /party start}, and
 * where it has {@code name.party} and {@code name.party.start}, Discord shows these instead.
 */
final class CommandNames {
    /** A command, perhaps with a part of it and an option. */
    private static final Pattern MENTION =
            Pattern.compile("(?<![\\w/<])/([a-z]+)((?: [a-z]+){0,2})");

    private final Properties catalogue;

    CommandNames(Properties catalogue) {
        this.catalogue = catalogue;
    }

    String in(String sentence) {
        return MENTION.matcher(sentence)
                .replaceAll(mention -> Matcher.quoteReplacement(named(mention)));
    }

    /** Words after the command that name nothing of it stay as they are. */
    private String named(MatchResult mention) {
        StringBuilder said = new StringBuilder("/");
        StringBuilder path = new StringBuilder("name");
        for (String word : (mention.group(1) + mention.group(2)).split(" ", -1)) {
            path.append('.').append(word);
            said.append(said.length() > 1 ? " " : "");
            said.append(catalogue.getProperty(path.toString(), word));
        }
        return said.toString();
    }
}
