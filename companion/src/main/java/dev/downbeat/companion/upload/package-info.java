/** The host's own file, sent when the party asks and the host allowed it. */
@NullMarked
package dev.downbeat.companion.upload;

import org.jspecify.annotations.NullMarked;
