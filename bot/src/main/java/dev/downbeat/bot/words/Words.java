package dev.downbeat.bot.words;

import dev.downbeat.engine.reasons.Reason;
import dev.downbeat.engine.reasons.ReasonWords;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/** One language's sentences. What is put into them is made safe, unless it is {@link Ours}. */
public final class Words {
    private static final int LONGEST = 300;
    private static final Map<Language, Words> ALL = new EnumMap<>(Language.class);

    static {
        for (Language language : Language.values()) {
            ALL.put(language, new Words(language));
        }
    }

    private final Properties sentences = new Properties();
    private final ReasonWords reasons;

    private Words(Language language) {
        reasons = language.reasons();
        String name = language.code() + ".properties";
        try (var file = Words.class.getResourceAsStream(name);
                var text =
                        new InputStreamReader(
                                Objects.requireNonNull(file, name), StandardCharsets.UTF_8)) {
            sentences.load(text);
            CommandNames names = new CommandNames(sentences);
            sentences.replaceAll((_, sentence) -> names.in((String) sentence));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** Text of our own making, for example a channel's mention, that goes in as it is. */
    public record Ours(String text) {}

    public static Words in(Language language) {
        return Objects.requireNonNull(ALL.get(language));
    }

    /**
     * @param parts for {0}, {1}, ...; a duration becomes a position such as 1:23
     * @throws IllegalArgumentException when there is no such sentence: a mistake of ours
     */
    public String say(String key, Object... parts) {
        String sentence = sentences.getProperty(key);
        if (sentence == null) {
            throw new IllegalArgumentException("no words for " + key);
        }
        for (int i = 0; i < parts.length; i++) {
            sentence = sentence.replace("{" + i + "}", fill(parts[i]));
        }
        return sentence;
    }

    public boolean knows(String key) {
        return sentences.containsKey(key);
    }

    /**
     * Why not, in brackets with a blank in front; nothing when there are no words for it.
     *
     * @param reason a code and what it is about
     */
    Ours aside(String reason) {
        return new Ours(
                reasons.of(reason).map(it -> " (" + Text.safe(it, LONGEST) + ")").orElse(""));
    }

    /** A source's name; its own where we have no words for it. */
    public String source(String name) {
        return reasons.of(Reason.source(name)).orElse(name);
    }

    private static String fill(Object part) {
        return switch (part) {
            case Ours(String text) -> text;
            case Duration position -> Position.write(position);
            default -> Text.safe(String.valueOf(part), LONGEST);
        };
    }

    /** The names of all sentences. */
    public Set<String> keys() {
        return new TreeSet<>(sentences.stringPropertyNames());
    }
}
