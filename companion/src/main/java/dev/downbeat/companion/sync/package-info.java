/** The socket to the server: kept up, filled, and every byte of it recorded. */
@NullMarked
package dev.downbeat.companion.sync;

import org.jspecify.annotations.NullMarked;
