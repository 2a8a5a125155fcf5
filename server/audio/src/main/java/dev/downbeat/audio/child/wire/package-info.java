/** What the server and its media child say to each other, and how it is written on the pipe. */
@NullMarked
package dev.downbeat.audio.child.wire;

import org.jspecify.annotations.NullMarked;
