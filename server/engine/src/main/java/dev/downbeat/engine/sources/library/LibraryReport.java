package dev.downbeat.engine.sources.library;

import java.nio.file.Path;
import java.util.List;

/**
 * How the library fares, for an operator.
 *
 * @param tracks that can be found
 * @param lost configured folders that are not there or cannot be read
 * @param unusable files that look like music and could not be read
 * @param firstUnusable the first few of these, each from its library folder on
 */
public record LibraryReport(int tracks, List<Path> lost, int unusable, List<String> firstUnusable) {
    static final int MOST_NAMED = 5;

    public LibraryReport {
        lost = List.copyOf(lost);
        firstUnusable = List.copyOf(firstUnusable);
    }

    /** Counts only: names of files are no business of a log. */
    public String counts() {
        String held = "The library holds " + tracks + (tracks == 1 ? " track" : " tracks");
        return unusable == 0
                ? held
                : held
                        + "; "
                        + unusable
                        + (unusable == 1 ? " file" : " files")
                        + " could not be read";
    }
}
