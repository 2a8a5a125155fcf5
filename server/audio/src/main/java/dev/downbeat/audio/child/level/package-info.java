/** From decoded sound to canonical frames: loudness, gain, resampling, Opus. */
@NullMarked
package dev.downbeat.audio.child.level;

import org.jspecify.annotations.NullMarked;
