/** Tests of the engine. */
@NullMarked
package dev.downbeat.engine.parties;

import org.jspecify.annotations.NullMarked;
