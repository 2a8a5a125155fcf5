/** Adapts a frame tap to JDA, and watches over JDA's voice. */
@NullMarked
package dev.downbeat.bot.voice;

import org.jspecify.annotations.NullMarked;
