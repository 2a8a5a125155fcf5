/** Does what the party decides; this package holds what all of the engine shares. */
@NullMarked
package dev.downbeat.engine;

import org.jspecify.annotations.NullMarked;
