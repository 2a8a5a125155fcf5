package dev.downbeat.engine.parties;

import java.time.Duration;

/**
 * A source and the limits within which it is asked.
 *
 * @param deadline after which its answer no longer counts
 * @param atOnce how many questions it gets at the same time, over all parties; a party has a
 *     quarter of them at most, a person in it half of those
 */
public record AskedSource(MusicSource source, Duration deadline, int atOnce) {}
