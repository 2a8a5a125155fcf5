/** Tests of what is made of voice packets. */
@NullMarked
package dev.downbeat.localdiscord.voice;

import org.jspecify.annotations.NullMarked;
