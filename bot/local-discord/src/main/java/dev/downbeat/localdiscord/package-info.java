/**
 * Discord on loopback for a real JDA: REST, gateway, voice and UDP. Points at nothing of Downbeat.
 */
@NullMarked
package dev.downbeat.localdiscord;

import org.jspecify.annotations.NullMarked;
