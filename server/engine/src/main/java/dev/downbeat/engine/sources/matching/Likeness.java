package dev.downbeat.engine.sources.matching;

import java.util.ArrayList;
import java.util.List;

/** How alike two folded texts are, from 0 to 1. */
final class Likeness {
    private Likeness() {}

    /** Compares as written and, where one is Cyrillic, as it sounds; the better one counts. */
    static double of(String a, String b) {
        double written = ofWords(a, b);
        if (written == 1 || !(Fold.isCyrillic(a) || Fold.isCyrillic(b))) {
            return written;
        }
        return Math.max(written, ofWords(Fold.latin(a), Fold.latin(b)));
    }

    private static double ofWords(String a, String b) {
        if (a.isEmpty() || b.isEmpty()) {
            return 0;
        }
        if (a.replace(" ", "").equals(b.replace(" ", ""))) {
            return 1;
        }
        List<String> left = new ArrayList<>(Fold.words(b));
        double common = 0;
        for (String word : Fold.words(a)) {
            common += takeLike(word, left);
        }
        return 2 * common / (letters(a) + letters(b));
    }

    /** Letters of {@code word} that find their like; a typo costs one. */
    private static double takeLike(String word, List<String> left) {
        if (left.remove(word)) {
            return word.length();
        }
        for (String other : left) {
            if (near(word, other)) {
                left.remove(other);
                return (word.length() + other.length()) / 2.0 - 0.5;
            }
        }
        return 0;
    }

    private static int letters(String text) {
        return text.replace(" ", "").length();
    }

    /** Equal but for a slip of the finger: one in four letters or more, two in eight or more. */
    static boolean near(String a, String b) {
        int shorter = Math.min(a.length(), b.length());
        if (a.equals(b)) {
            return true;
        }
        if (shorter < 4 || isNumber(a) || isNumber(b)) {
            return false;
        }
        int slips = shorter < 8 ? 1 : 2;
        return Math.abs(a.length() - b.length()) <= slips && distance(a, b) <= slips;
    }

    static boolean isNumber(String word) {
        return word.chars().allMatch(Character::isDigit);
    }

    /** Edit distance with neighbours swapped as one step; a censor's star stands for any letter. */
    static int distance(String a, String b) {
        int[] before = new int[b.length() + 1];
        int[] previous = new int[b.length() + 1];
        int[] current = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int put = Math.min(current[j - 1], previous[j]) + 1;
                int best = Math.min(put, previous[j - 1] + (same(a, i - 1, b, j - 1) ? 0 : 1));
                boolean swapped =
                        i > 1 && j > 1 && same(a, i - 1, b, j - 2) && same(a, i - 2, b, j - 1);
                current[j] = swapped ? Math.min(best, before[j - 2] + 1) : best;
            }
            int[] free = before;
            before = previous;
            previous = current;
            current = free;
        }
        return previous[b.length()];
    }

    private static boolean same(String a, int i, String b, int j) {
        char x = a.charAt(i);
        char y = b.charAt(j);
        return x == y || x == '*' || y == '*';
    }
}
