package dev.downbeat.engine.sources.matching;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Brings text to a form in which spellings of the same words are equal. */
public final class Fold {
    private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");
    private static final Pattern SILENT = Pattern.compile("['’‘`´ʼ\"“”«».]");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}*]+");
    private static final Pattern CYRILLIC = Pattern.compile("\\p{IsCyrillic}");

    /** The letter yo; behind a vowel it is two: {@code rayon}. */
    private static final Pattern YO = Pattern.compile("(?<![aeiou])[yj]o");

    private static final Pattern DOUBLED = Pattern.compile("(\\p{L})\\1+");

    private static final Map<Character, String> LATIN =
            Map.ofEntries(
                    Map.entry('а', "a"),
                    Map.entry('б', "b"),
                    Map.entry('в', "v"),
                    Map.entry('г', "g"),
                    Map.entry('ґ', "g"),
                    Map.entry('д', "d"),
                    Map.entry('е', "e"),
                    Map.entry('є', "e"),
                    Map.entry('ж', "zh"),
                    Map.entry('з', "z"),
                    Map.entry('и', "i"),
                    Map.entry('і', "i"),
                    Map.entry('к', "k"),
                    Map.entry('л', "l"),
                    Map.entry('м', "m"),
                    Map.entry('н', "n"),
                    Map.entry('о', "o"),
                    Map.entry('п', "p"),
                    Map.entry('р', "r"),
                    Map.entry('с', "s"),
                    Map.entry('т', "t"),
                    Map.entry('у', "u"),
                    Map.entry('ф', "f"),
                    Map.entry('х', "h"),
                    Map.entry('ц', "ts"),
                    Map.entry('ч', "ch"),
                    Map.entry('ш', "sh"),
                    Map.entry('щ', "sh"),
                    Map.entry('ъ', ""),
                    Map.entry('ы', "i"),
                    Map.entry('ь', ""),
                    Map.entry('э', "e"),
                    Map.entry('ю', "iu"),
                    Map.entry('я', "ia"));

    /** Ways to write one Russian sound in Latin letters, longest first. */
    private static final String[][] SPELLINGS = {
        {"shch", "sh"},
        {"sch", "sh"},
        {"kh", "h"},
        {"tz", "ts"},
        {"ph", "f"},
        {"ck", "k"},
        {"yu", "iu"},
        {"ju", "iu"},
        {"ya", "ia"},
        {"ja", "ia"},
        {"ye", "e"},
        {"je", "e"},
        {"iy", "i"},
        {"yi", "i"},
        {"ij", "i"},
        {"y", "i"},
        {"j", "i"},
        {"w", "v"},
        {"x", "ks"},
        {"q", "k"}
    };

    private Fold() {}

    /** Case, width, accents and punctuation gone; single blanks between words. */
    public static String text(String raw) {
        String wide = Normalizer.normalize(raw, Normalizer.Form.NFKC);
        String cased = wide.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        String bare =
                MARKS.matcher(Normalizer.normalize(cased, Normalizer.Form.NFD)).replaceAll("");
        String joined = SILENT.matcher(bare.replace("&", " and ")).replaceAll("");
        return NO_WORD.matcher(joined).replaceAll(" ").strip();
    }

    /** The words of already folded text. */
    public static List<String> words(String folded) {
        return folded.isEmpty() ? List.of() : Arrays.asList(folded.split(" ", -1));
    }

    static boolean isCyrillic(String text) {
        return CYRILLIC.matcher(text).find();
    }

    /**
     * Folded text as it sounds in Latin letters, whichever alphabet it came in and whoever's
     * transliteration it is. Coarser than {@link #text}: two different English words may meet.
     */
    public static String latin(String folded) {
        StringBuilder out = new StringBuilder(folded.length() + 8);
        for (int i = 0; i < folded.length(); i++) {
            char letter = folded.charAt(i);
            out.append(LATIN.getOrDefault(letter, String.valueOf(letter)));
        }
        String latin = YO.matcher(out).replaceAll("e");
        for (String[] spelling : SPELLINGS) {
            latin = latin.replace(spelling[0], spelling[1]);
        }
        return DOUBLED.matcher(latin).replaceAll("$1");
    }

    /** Whether two words are the same but for a slip of the finger. */
    public static boolean near(String a, String b) {
        return Likeness.near(a, b);
    }
}
