/**
 * The media child's own program: takes one job at a time, touches nothing but its pipe and spool.
 */
@NullMarked
package dev.downbeat.audio.child.inside;

import org.jspecify.annotations.NullMarked;
