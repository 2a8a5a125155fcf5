/** One class per slash command, the list in {@code Commands}, one listener that serves them all. */
@NullMarked
package dev.downbeat.bot.commands;

import org.jspecify.annotations.NullMarked;
