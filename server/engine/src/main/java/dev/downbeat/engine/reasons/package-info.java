/** Why something cannot be heard: stable codes, and their words in every language. */
@NullMarked
package dev.downbeat.engine.reasons;

import org.jspecify.annotations.NullMarked;
