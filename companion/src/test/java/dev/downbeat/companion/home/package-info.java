/** Tests of the package of the same name. */
@NullMarked
package dev.downbeat.companion.home;

import org.jspecify.annotations.NullMarked;
