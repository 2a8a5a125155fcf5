package dev.downbeat.engine.parties;

import dev.downbeat.party.MediaRef;
import dev.downbeat.party.Track;

import java.io.IOException;
import java.util.Optional;

/** Opens what any source gave, by the source's name in front of the ref's first colon. */
@FunctionalInterface
public interface MediaOpener {
    /**
     * May wait for files or networks.
     *
     * @throws HostFiles.Gone when its host lent it and would have to lend it again
     */
    MediaBytes open(MediaRef ref) throws IOException;

    /** The same recording elsewhere, after this one gave no sound. */
    default Optional<Track> another(Track failed) {
        return Optional.empty();
    }
}
