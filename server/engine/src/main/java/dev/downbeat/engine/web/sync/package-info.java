/** The socket of the companions: their hellos, reports and wishes, and what they are told. */
@NullMarked
package dev.downbeat.engine.web.sync;

import org.jspecify.annotations.NullMarked;
