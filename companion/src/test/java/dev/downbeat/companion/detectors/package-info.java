/** The contract of every detector. */
@NullMarked
package dev.downbeat.companion.detectors;

import org.jspecify.annotations.NullMarked;
