/** What of the players' readings is said to the party, and when: plain rules, told the time. */
@NullMarked
package dev.downbeat.companion.hosting;

import org.jspecify.annotations.NullMarked;
