/** Tests of the package of the same name. */
@NullMarked
package dev.downbeat.companion.commands;

import org.jspecify.annotations.NullMarked;
