package dev.downbeat.companion.words;

import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** The catalogue of one language: English, or Russian where the locale says so. */
public final class Texts {
    private static final String NAME = "dev.downbeat.companion.words.texts";

    private final ResourceBundle bundle;

    private Texts(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    /**
     * @param language {@code en}, {@code ru} or empty
     */
    public static Texts of(String language, Locale system) {
        Locale wanted = language.isBlank() ? system : Locale.of(language);
        Locale known = wanted.getLanguage().equals("ru") ? Locale.of("ru") : Locale.ROOT;
        return new Texts(
                ResourceBundle.getBundle(
                        NAME,
                        known,
                        ResourceBundle.Control.getNoFallbackControl(
                                ResourceBundle.Control.FORMAT_PROPERTIES)));
    }

    /** The sentence with {@code {0}}, {@code {1}}, … filled in; a {@link Text} is said itself. */
    public String say(Text text, Object... values) {
        String sentence = pattern(text);
        for (int i = 0; i < values.length; i++) {
            sentence = sentence.replace("{" + i + "}", Plain.spaced(said(values[i])));
        }
        return sentence;
    }

    private String said(Object value) {
        return value instanceof Text text ? say(text) : String.valueOf(value);
    }

    String pattern(Text text) {
        try {
            return bundle.getString(text.name().toLowerCase(Locale.ROOT));
        } catch (MissingResourceException _) {
            return text.name();
        }
    }
}
