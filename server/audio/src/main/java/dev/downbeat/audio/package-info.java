/** Makes and plays canonical frames: the media child, the frame store, the pump, the tick. */
@NullMarked
package dev.downbeat.audio;

import org.jspecify.annotations.NullMarked;
