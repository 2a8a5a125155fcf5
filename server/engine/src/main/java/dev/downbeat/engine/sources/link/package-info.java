/**
 * Bytes behind a link that a stranger typed: fetched without ever reaching into our own network.
 */
@NullMarked
package dev.downbeat.engine.sources.link;

import org.jspecify.annotations.NullMarked;
