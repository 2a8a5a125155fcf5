/** What is said to people: both languages, and text made safe for Discord. */
@NullMarked
package dev.downbeat.bot.words;

import org.jspecify.annotations.NullMarked;
