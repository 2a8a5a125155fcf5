/** The door by which a second start of the companion talks to the running one. */
@NullMarked
package dev.downbeat.companion.control;

import org.jspecify.annotations.NullMarked;
