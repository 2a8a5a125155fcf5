/** Tests of the package of the same name. */
@NullMarked
package dev.downbeat.companion.detectors.mpris;

import org.jspecify.annotations.NullMarked;
