/** Tests. */
@NullMarked
package dev.downbeat.engine.sources;

import org.jspecify.annotations.NullMarked;
