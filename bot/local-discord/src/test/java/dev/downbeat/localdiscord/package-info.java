/** Tests of the imitation with a real JDA against it. */
@NullMarked
package dev.downbeat.localdiscord;

import org.jspecify.annotations.NullMarked;
