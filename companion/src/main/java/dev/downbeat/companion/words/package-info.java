/** What the companion says to people, in English and Russian. */
@NullMarked
package dev.downbeat.companion.words;

import org.jspecify.annotations.NullMarked;
