/** Gives the parties' plays and stops to the audio side. */
@NullMarked
package dev.downbeat.engine.sound;

import org.jspecify.annotations.NullMarked;
