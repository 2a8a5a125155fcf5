/** Tests of the package of the same name. */
@NullMarked
package dev.downbeat.companion.words;

import org.jspecify.annotations.NullMarked;
