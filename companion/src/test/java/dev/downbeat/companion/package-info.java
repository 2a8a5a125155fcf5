/** Tests of the package of the same name. */
@NullMarked
package dev.downbeat.companion;

import org.jspecify.annotations.NullMarked;
