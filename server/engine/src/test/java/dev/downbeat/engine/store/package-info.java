/** Tests of the engine. */
@NullMarked
package dev.downbeat.engine.store;

import org.jspecify.annotations.NullMarked;
