/** Tests of the tick, the stages and the splice, with a moved clock and frames in memory. */
@NullMarked
package dev.downbeat.audio.stage;

import org.jspecify.annotations.NullMarked;
