/** Tests. */
@NullMarked
package dev.downbeat.engine.sources.matching;

import org.jspecify.annotations.NullMarked;
