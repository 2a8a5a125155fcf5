/** Tests of the package of the same name. */
@NullMarked
package dev.downbeat.companion.upload;

import org.jspecify.annotations.NullMarked;
