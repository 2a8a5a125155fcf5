/** The one tick, the stages of the parties and their taps, and the splice. */
@NullMarked
package dev.downbeat.audio.stage;

import org.jspecify.annotations.NullMarked;
