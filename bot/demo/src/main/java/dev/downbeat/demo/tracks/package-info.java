/**
 * The demo's own music: made from a seed, so that nothing licensed and nothing large is shipped.
 */
@NullMarked
package dev.downbeat.demo.tracks;

import org.jspecify.annotations.NullMarked;
