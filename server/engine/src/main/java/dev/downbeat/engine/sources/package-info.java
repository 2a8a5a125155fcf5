/** Where a track can be found: one class per source, the list in Sources. */
@NullMarked
package dev.downbeat.engine.sources;

import org.jspecify.annotations.NullMarked;
