/** Whether two spellings mean the same recording: pure, no I/O; the figures are in the README. */
@NullMarked
package dev.downbeat.engine.sources.matching;

import org.jspecify.annotations.NullMarked;
