/** The voice server: its socket, its UDP port, and what it recorded. */
@NullMarked
package dev.downbeat.localdiscord.voice;

import org.jspecify.annotations.NullMarked;
