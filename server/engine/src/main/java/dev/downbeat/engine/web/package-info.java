/** REST and sockets; the only place that knows HTTP. */
@NullMarked
package dev.downbeat.engine.web;

import org.jspecify.annotations.NullMarked;
