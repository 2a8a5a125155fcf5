/** The whole product on one machine without an account. */
@NullMarked
package dev.downbeat.demo;

import org.jspecify.annotations.NullMarked;
