/** Discord's REST API v10, as strict as the real one. */
@NullMarked
package dev.downbeat.localdiscord.rest;

import org.jspecify.annotations.NullMarked;
