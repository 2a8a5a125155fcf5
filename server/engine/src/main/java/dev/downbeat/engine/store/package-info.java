/** SQL; the only place that knows JDBC. */
@NullMarked
package dev.downbeat.engine.store;

import org.jspecify.annotations.NullMarked;
