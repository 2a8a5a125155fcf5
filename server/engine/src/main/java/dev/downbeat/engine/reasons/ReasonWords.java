package dev.downbeat.engine.reasons;

import dev.downbeat.audio.Refusal;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/**
 * One language's words for reasons, as a part of a sentence: no capital, no full stop. Any thread
 * may call.
 */
public final class ReasonWords {
    public static final ReasonWords ENGLISH = new ReasonWords("en");
    public static final ReasonWords RUSSIAN = new ReasonWords("ru");

    private final Properties words = new Properties();

    private ReasonWords(String language) {
        String name = language + ".properties";
        try (var file = ReasonWords.class.getResourceAsStream(name);
                var text =
                        new InputStreamReader(
                                Objects.requireNonNull(file, name), StandardCharsets.UTF_8)) {
            words.load(text);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /**
     * @param reason a code and what it is about, with blanks between
     * @return empty for what is no reason, for example a fault's own text, which is nobody's
     *     business
     */
    public Optional<String> of(String reason) {
        String[] parts = reason.split(" ", -1);
        String sentence = words.getProperty(parts[0]);
        if (sentence == null) {
            return Optional.empty();
        }
        for (int i = 1; i < parts.length; i++) {
            sentence = sentence.replace("{" + (i - 1) + "}", parts[i]);
        }
        return Optional.of(sentence);
    }

    /** In brackets, with a blank in front; nothing when there are no words. */
    public String aside(String reason) {
        return of(reason).map(said -> " (" + said + ")").orElse("");
    }

    /**
     * Whether the reason is that only a part of the sound came: then "no sound" would contradict
     * it.
     */
    public static boolean saysThatSomeCame(String reason) {
        String code = reason.split(" ", -1)[0];
        return code.equals(Refusal.CUT_OFF.code()) || code.equals(Refusal.LENGTH_WRONG.code());
    }

    Set<String> codes() {
        return new TreeSet<>(words.stringPropertyNames());
    }
}
