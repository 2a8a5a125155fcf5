package dev.downbeat.engine.sound;

import dev.downbeat.audio.MediaKey;
import dev.downbeat.audio.MediaStream;
import dev.downbeat.audio.Medium;
import dev.downbeat.audio.Refusal;
import dev.downbeat.engine.FaultTrace;
import dev.downbeat.engine.parties.HostFiles;
import dev.downbeat.engine.parties.MediaBytes;
import dev.downbeat.engine.parties.MediaOpener;
import dev.downbeat.party.MediaRef;
import dev.downbeat.party.Track;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Consumer;

/** Turns what a source gave into what the audio side plays. Waits for files and networks. */
final class Media {
    private static final Logger LOG = LoggerFactory.getLogger(Media.class);

    private final MediaOpener opener;

    Media(MediaOpener opener) {
        this.opener = opener;
    }

    /** What came of opening. */
    sealed interface Opened {
        record Made(Medium medium) implements Opened {}

        /**
         * @param reason a code
         */
        record Missing(String reason) implements Opened {}

        /**
         * Its host would have to lend it again.
         *
         * @param reason a code
         */
        record Gone(String reason) implements Opened {}

        default void ifMade(Consumer<Medium> action) {
            if (this instanceof Made(var medium)) {
                action.accept(medium);
            }
        }
    }

    Opened open(MediaRef ref) {
        try {
            MediaBytes bytes = opener.open(ref);
            MediaKey key = new MediaKey(bytes.contentKey(), bytes.isLent());
            return new Opened.Made(new Medium(key, new Stream(bytes)));
        } catch (HostFiles.Gone gone) {
            return new Opened.Gone(reason(gone));
        } catch (IOException failure) {
            return new Opened.Missing(reason(failure));
        } catch (RuntimeException fault) {
            LOG.error("A medium could not be opened: {}", FaultTrace.of(fault));
            return new Opened.Missing(Refusal.SERVER_FAULT.code());
        }
    }

    private static String reason(IOException failure) {
        String message = failure.getMessage();
        return message == null ? Refusal.BYTES_LOST.code() : message;
    }

    Optional<Track> another(Track failed) {
        return opener.another(failed);
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
