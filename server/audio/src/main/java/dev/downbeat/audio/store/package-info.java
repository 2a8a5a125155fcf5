/** Keeps canonical frames on disk, makes missing ones, and hands them out. */
@NullMarked
package dev.downbeat.audio.store;

import org.jspecify.annotations.NullMarked;
