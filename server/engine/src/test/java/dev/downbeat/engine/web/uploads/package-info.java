/** Tests. */
@NullMarked
package dev.downbeat.engine.web.uploads;

import org.jspecify.annotations.NullMarked;
