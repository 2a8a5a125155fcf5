/** The demo host's player: keeps time like a real one and speaks MPRIS on a real D-Bus. */
@NullMarked
package dev.downbeat.demo.player;

import org.jspecify.annotations.NullMarked;
