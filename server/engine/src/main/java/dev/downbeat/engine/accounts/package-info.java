/** Pairing codes, tokens and tickets: who may speak for which seat. */
@NullMarked
package dev.downbeat.engine.accounts;

import org.jspecify.annotations.NullMarked;
