/** Tests of the package of the same name. */
@NullMarked
package dev.downbeat.companion.sync;

import org.jspecify.annotations.NullMarked;
