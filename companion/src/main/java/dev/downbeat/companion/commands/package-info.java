/** One class per word of the command line, the list in Commands. */
@NullMarked
package dev.downbeat.companion.commands;

import org.jspecify.annotations.NullMarked;
