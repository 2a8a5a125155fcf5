/** Files that hosts lend to their party: asked for, received in pieces, read while they grow. */
@NullMarked
package dev.downbeat.engine.web.uploads;

import org.jspecify.annotations.NullMarked;
