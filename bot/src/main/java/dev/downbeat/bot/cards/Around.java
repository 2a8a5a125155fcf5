package dev.downbeat.bot.cards;

import java.time.Instant;
import java.util.Optional;

/**
 * What a card says besides the party's view.
 *
 * @param encryption why voice is not encrypted end to end; empty when it is
 */
record Around(Instant now, Beside beside, Optional<String> encryption) {}
