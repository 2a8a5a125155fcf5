/** Tests of the engine. */
@NullMarked
package dev.downbeat.engine;

import org.jspecify.annotations.NullMarked;
