/** One class per figure: measures the built program from outside, beside a peer in the same run. */
@NullMarked
package dev.downbeat.demo.bench;

import org.jspecify.annotations.NullMarked;
