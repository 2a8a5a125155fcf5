package dev.downbeat.engine.web.uploads;

import dev.downbeat.engine.parties.MediaBytes;

import java.io.IOException;
import java.io.InputStream;

/** An upload as a medium. Its key is its own: what a host lends is kept for nobody else. */
final class UploadBytes implements MediaBytes {
    private final String id;
    private final String fileName;
    private final GrowingFile file;

    UploadBytes(String id, String fileName, GrowingFile file) {
        this.id = id;
        this.fileName = fileName;
        this.file = file;
    }

    @Override
    public InputStream open() {
        file.readerCame();
        return new Reading(file, 0);
    }

    @Override
    public InputStream openAt(long offset) {
        file.readerCame();
        return new Reading(file, offset);
    }

    @Override
    public boolean isLent() {
        return true;
    }

    @Override
    public long length() {
        return file.length();
    }

    @Override
    public String fileName() {
        return fileName;
    }

    @Override
    public String contentKey() {
        return "upload-" + id;
    }

    private static final class Reading extends InputStream {
        private final GrowingFile file;
        private long position;
        private boolean closed;

        Reading(GrowingFile file, long from) {
            this.file = file;
            this.position = from;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int wanted) throws IOException {
            if (wanted == 0) {
                return 0;
            }
            int count = file.read(position, target, offset, wanted);
            position += Math.max(0, count);
            return count;
        }

        @Override
        public void close() {
            if (!closed) {
                closed = true;
                file.readerWent();
            }
        }
    }
}
