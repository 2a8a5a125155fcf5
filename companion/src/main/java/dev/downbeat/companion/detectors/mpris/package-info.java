/** Players of a Linux desktop, seen over D-Bus by MPRIS. */
@NullMarked
package dev.downbeat.companion.detectors.mpris;

import org.jspecify.annotations.NullMarked;
