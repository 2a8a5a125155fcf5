/** What exists on the imitated Discord: guilds, channels, people, messages, and who may do what. */
@NullMarked
package dev.downbeat.localdiscord.world;

import org.jspecify.annotations.NullMarked;
