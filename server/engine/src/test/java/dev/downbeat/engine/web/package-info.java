/** Tests. */
@NullMarked
package dev.downbeat.engine.web;

import org.jspecify.annotations.NullMarked;
