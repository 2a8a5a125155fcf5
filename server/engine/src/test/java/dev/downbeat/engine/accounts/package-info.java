/** Tests of the engine. */
@NullMarked
package dev.downbeat.engine.accounts;

import org.jspecify.annotations.NullMarked;
