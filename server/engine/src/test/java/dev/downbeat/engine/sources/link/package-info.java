/** Tests. */
@NullMarked
package dev.downbeat.engine.sources.link;

import org.jspecify.annotations.NullMarked;
