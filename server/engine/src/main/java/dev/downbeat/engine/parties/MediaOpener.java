package dev.downbeat.engine.parties;

import dev.downbeat.party.MediaRef;

import java.io.IOException;

/** Opens what any source gave, by the source's name in front of the ref's first colon. */
@FunctionalInterface
public interface MediaOpener {
    /** May wait for files or networks. */
    MediaBytes open(MediaRef ref) throws IOException;
}
