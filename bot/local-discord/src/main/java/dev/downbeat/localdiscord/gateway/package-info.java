/** The socket a bot hears events on, and the rules of who is in which voice channel. */
@NullMarked
package dev.downbeat.localdiscord.gateway;

import org.jspecify.annotations.NullMarked;
