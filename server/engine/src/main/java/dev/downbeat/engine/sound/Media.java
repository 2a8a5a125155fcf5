package dev.downbeat.engine.sound;

import dev.downbeat.audio.MediaKey;
import dev.downbeat.audio.MediaStream;
import dev.downbeat.audio.Medium;
import dev.downbeat.engine.parties.MediaBytes;
import dev.downbeat.engine.parties.MediaOpener;
import dev.downbeat.party.MediaRef;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/** Turns what a source gave into what the audio side plays. Waits for files and networks. */
final class Media {
    private final MediaOpener opener;

    Media(MediaOpener opener) {
        this.opener = opener;
    }

    /** What came of opening. */
    sealed interface Opened {
        record Made(Medium medium, boolean isLent) implements Opened {}

        /**
         * @param reason in plain words
         */
        record Missing(String reason) implements Opened {}

        default void ifMade(Consumer<Medium> action) {
            if (this instanceof Made(var medium, _)) {
                action.accept(medium);
            }
        }
    }

    Opened open(MediaRef ref) {
        try {
            MediaBytes bytes = opener.open(ref);
            return new Opened.Made(
                    new Medium(new MediaKey(bytes.contentKey()), new Stream(bytes)),
                    bytes.isLent());
        } catch (IOException failure) {
            String message = failure.getMessage();
            return new Opened.Missing(
                    message == null ? failure.getClass().getSimpleName() : message);
        } catch (RuntimeException fault) {
            return new Opened.Missing("a fault of the server: " + fault.getClass().getSimpleName());
        }
    }

    /** The audio side knows nothing of sources. */
    record Stream(MediaBytes bytes) implements MediaStream {
        @Override
        public InputStream open() throws IOException {
            return bytes.open();
        }

        @Override
        public InputStream openAt(long offset) throws IOException {
            return bytes.openAt(offset);
        }

        @Override
        public long length() {
            return bytes.length();
        }

        @Override
        public String fileName() {
            return bytes.fileName();
        }
    }
}
