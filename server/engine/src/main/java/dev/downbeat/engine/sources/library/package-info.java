/** Folders of music on the server: what lies in them, and how it is found again. */
@NullMarked
package dev.downbeat.engine.sources.library;

import org.jspecify.annotations.NullMarked;
