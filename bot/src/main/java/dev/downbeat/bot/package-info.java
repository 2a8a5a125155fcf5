/** Main, the settings and the composition root: where all parts are made and joined. */
@NullMarked
package dev.downbeat.bot;

import org.jspecify.annotations.NullMarked;
