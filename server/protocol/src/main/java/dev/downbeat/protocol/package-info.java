/**
 * The words on the wire: sealed messages and their JSON; see this module's README for the protocol.
 */
@NullMarked
package dev.downbeat.protocol;

import org.jspecify.annotations.NullMarked;
