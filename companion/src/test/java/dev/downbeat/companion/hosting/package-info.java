/** Tests of what is said, and when. */
@NullMarked
package dev.downbeat.companion.hosting;

import org.jspecify.annotations.NullMarked;
