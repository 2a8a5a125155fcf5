/** The controller message of a party and its buttons. */
@NullMarked
package dev.downbeat.bot.cards;

import org.jspecify.annotations.NullMarked;
