/**
 * The other side of Discord: what people and moderators do, what they see, what goes wrong; as a
 * Java API and over HTTP, with the page on top.
 */
@NullMarked
package dev.downbeat.localdiscord.control;

import org.jspecify.annotations.NullMarked;
