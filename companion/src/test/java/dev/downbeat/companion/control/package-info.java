/** Tests of the package of the same name. */
@NullMarked
package dev.downbeat.companion.control;

import org.jspecify.annotations.NullMarked;
