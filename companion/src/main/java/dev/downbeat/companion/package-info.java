/**
 * Runs on the listener's PC: sees what the host's player plays and says so, when it is allowed to.
 */
@NullMarked
package dev.downbeat.companion;

import org.jspecify.annotations.NullMarked;
