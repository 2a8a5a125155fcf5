/** What a party is and decides: plain Java without I/O, threads, clocks or logs. */
@NullMarked
package dev.downbeat.party;

import org.jspecify.annotations.NullMarked;
