/** Rules one by one, and all of them at once by a seeded simulation. */
@NullMarked
package dev.downbeat.party;

import org.jspecify.annotations.NullMarked;
