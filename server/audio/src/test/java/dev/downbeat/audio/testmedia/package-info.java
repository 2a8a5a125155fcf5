/** Sounds and files that the tests of this module are made of. */
@NullMarked
package dev.downbeat.audio.testmedia;

import org.jspecify.annotations.NullMarked;
