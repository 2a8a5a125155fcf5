/** Tests of the engine. */
@NullMarked
package dev.downbeat.engine.sound;

import org.jspecify.annotations.NullMarked;
