package dev.downbeat.engine.sources.library;

import dev.downbeat.engine.parties.MediaBytes;
import dev.downbeat.engine.reasons.Reason;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;

/** The bytes of one library file. */
final class LibraryBytes implements MediaBytes {
    private final LibraryFile file;
    private final ContentKeys keys;

    LibraryBytes(LibraryFile file, ContentKeys keys) {
        this.file = file;
        this.keys = keys;
    }

    @Override
    public InputStream open() throws IOException {
        if (!LibraryScan.inPlace(file)) {
            throw new NoSuchFileException(Reason.LIBRARY_GONE.code());
        }
        try {
            return Files.newInputStream(file.path(), LinkOption.NOFOLLOW_LINKS);
        } catch (FileSystemException _) {
            throw new IOException(Reason.LIBRARY_UNREADABLE.code());
        }
    }

    @Override
    public long length() {
        return file.size();
    }

    @Override
    public String fileName() {
        return file.path().getFileName().toString();
    }

    @Override
    public String contentKey() throws IOException {
        return keys.of(file, this::open);
    }
}
