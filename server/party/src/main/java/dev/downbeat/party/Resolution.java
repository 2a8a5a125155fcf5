package dev.downbeat.party;

/** A source's answer. Not found is an answer; a fault is a fault. */
public sealed interface Resolution {
    record Found(Track track) implements Resolution {}

    record NotFound() implements Resolution {}

    record Failed(Problem problem, String detail) implements Resolution {}
}
