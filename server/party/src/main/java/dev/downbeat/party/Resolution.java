package dev.downbeat.party;

import java.util.List;

/** A source's answer. Not found is an answer; a fault is a fault. */
public sealed interface Resolution {
    record Found(Track track) implements Resolution {}

    record NotFound() implements Resolution {}

    /**
     * A person's words fit more than one track.
     *
     * @param first names of a few of them, at least one
     * @param count of all of them
     */
    record Several(List<String> first, int count) implements Resolution {
        public Several {
            first = List.copyOf(first);
        }
    }

    record Failed(Problem problem, String detail) implements Resolution {}
}
