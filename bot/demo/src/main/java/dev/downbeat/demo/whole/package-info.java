/**
 * The real programs around the product, started and driven from outside by tests and benchmarks.
 */
@NullMarked
package dev.downbeat.demo.whole;

import org.jspecify.annotations.NullMarked;
