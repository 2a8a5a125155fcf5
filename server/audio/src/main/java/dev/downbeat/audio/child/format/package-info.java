/**
 * What the media child knows of containers: what they say of themselves, and their sound as PCM.
 */
@NullMarked
package dev.downbeat.audio.child.format;

import org.jspecify.annotations.NullMarked;
