/** What can see a player: one class per player or desktop, the list in Detectors. */
@NullMarked
package dev.downbeat.companion.detectors;

import org.jspecify.annotations.NullMarked;
