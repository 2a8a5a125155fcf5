/** One inbox and one virtual thread per party; runs effects, publishes views, restores. */
@NullMarked
package dev.downbeat.engine.parties;

import org.jspecify.annotations.NullMarked;
