/** Every reason has words. */
@NullMarked
package dev.downbeat.engine.reasons;

import org.jspecify.annotations.NullMarked;
