/** The house rules as tests: who may point at whom, what may be called, how big a file may grow. */
@NullMarked
package dev.downbeat.rules;

import org.jspecify.annotations.NullMarked;
