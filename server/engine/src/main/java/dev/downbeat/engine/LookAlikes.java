package dev.downbeat.engine;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Names that people would take for one another, though their letters are not the same. What Unicode
 * calls compatible and marks above or below letters are set aside by its own rules; the tables hold
 * the letters of Cyrillic and Greek, and those with a stroke, that common fonts draw like Latin
 * ones. Small letters and capitals are alike in different ways, so a name is looked at as both.
 */
final class LookAlikes {
    private static final String SMALL =
            "\u0430\u0435\u043E\u0440\u0441\u0443\u0445\u043A\u043C\u0442\u0456\u0458\u0455\u04BB\u0501\u051B\u051D\u04CF"
                + "\u03B1\u03B9\u03BA\u03BD\u03BF\u03C1\u03C4\u03C5\u03C7\u03B3\u03B7"
                + "\u00F8\u0142\u0111\u0127\u0167\u01310";
    private static final String SMALL_LATIN = "aeopcyxkmtijshdqwl" + "aikvoptuxyn" + "oldhtio";
    private static final String CAPITAL =
            "\u0410\u0412\u0415\u041A\u041C\u041D\u041E\u0420\u0421\u0422\u0423\u0425\u0406\u0408\u0405\u051A\u051C\u04C0"
                + "\u0391\u0392\u0395\u0396\u0397\u0399\u039A\u039C\u039D\u039F\u03A1\u03A4\u03A5\u03A7"
                + "\u00D8\u0141\u0110\u0126\u016601";
    private static final String CAPITAL_LATIN = "ABEKMHOPCTYXIJSQWI" + "ABEZHIKMNOPTYX" + "OLDHTOI";

    private LookAlikes() {}

    static boolean areSame(String one, String other) {
        String first = letters(one);
        String second = letters(other);
        return small(first).equals(small(second)) || capital(first).equals(capital(second));
    }

    /** What is left without spaces, punctuation and marks; the name itself when nothing is. */
    private static String letters(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD).strip();
        String letters =
                plain.codePoints()
                        .filter(Character::isLetterOrDigit)
                        .collect(
                                StringBuilder::new,
                                StringBuilder::appendCodePoint,
                                StringBuilder::append)
                        .toString();
        return letters.isEmpty() ? plain : letters;
    }

    /** A capital i and a one are drawn like a small l. */
    private static String small(String letters) {
        String lower = letters.replace('I', 'l').replace('1', 'l').toLowerCase(Locale.ROOT);
        return exchanged(lower, SMALL, SMALL_LATIN);
    }

    private static String capital(String letters) {
        return exchanged(letters.toUpperCase(Locale.ROOT), CAPITAL, CAPITAL_LATIN);
    }

    private static String exchanged(String letters, String from, String to) {
        return letters.codePoints()
                .map(letter -> from.indexOf(letter) < 0 ? letter : to.charAt(from.indexOf(letter)))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
