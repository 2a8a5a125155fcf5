package dev.downbeat.companion.commands;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Guesses which name somebody meant who typed another. */
final class NearestName {
    private NearestName() {}

    /** The name with the fewest slips of the finger; empty when none is near. */
    static Optional<String> to(String typed, Collection<String> names) {
        String wanted = typed.toLowerCase(Locale.ROOT);
        return names.stream()
                .filter(name -> !name.equals(typed))
                .filter(name -> isNear(wanted, name.toLowerCase(Locale.ROOT)))
                .min(Comparator.comparingInt(name -> slips(wanted, name.toLowerCase(Locale.ROOT))));
    }

    private static boolean isNear(String wanted, String name) {
        return wanted.contains(name)
                || (wanted.length() > 2 && name.contains(wanted))
                || slips(wanted, name) <= (wanted.length() + 2) / 4;
    }

    /** Letters to add, drop, change, or swap with their neighbour. */
    private static int slips(String one, String other) {
        int[][] costs = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                costs[i][j] = i == 0 || j == 0 ? i + j : cheapest(costs, one, other, i, j);
            }
        }
        return costs[one.length()][other.length()];
    }

    private static int cheapest(int[][] costs, String one, String other, int i, int j) {
        int changed = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        int least = Math.min(costs[i - 1][j], costs[i][j - 1]) + 1;
        least = Math.min(least, costs[i - 1][j - 1] + changed);
        boolean swapped =
                i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(least, costs[i - 2][j - 2] + 1) : least;
    }
}
