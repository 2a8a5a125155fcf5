/** Tests. */
@NullMarked
package dev.downbeat.engine.sources.library;

import org.jspecify.annotations.NullMarked;
