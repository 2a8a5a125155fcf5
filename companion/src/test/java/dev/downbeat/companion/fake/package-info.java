/** What the companion meets in its tests: a server, a bus, players. */
@NullMarked
package dev.downbeat.companion.fake;

import org.jspecify.annotations.NullMarked;
