/** Tests of the words on the wire. */
@NullMarked
package dev.downbeat.protocol;

import org.jspecify.annotations.NullMarked;
