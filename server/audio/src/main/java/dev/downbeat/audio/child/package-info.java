/** The server's side of the media child: starts it, feeds it, limits it, replaces it. */
@NullMarked
package dev.downbeat.audio.child;

import org.jspecify.annotations.NullMarked;
