/** Tests. */
@NullMarked
package dev.downbeat.engine.web.sync;

import org.jspecify.annotations.NullMarked;
