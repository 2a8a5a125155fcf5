package dev.downbeat.audio;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What music leaves free on a disk, so that the database beside it can still be written: a tenth,
 * at most 256 MB. Two hours of silence are a file of 5 MB and more than a gigabyte while they are
 * decoded. Any thread may call.
 */
public final class DiskReserve {
    private static final long MOST = 256L << 20;
    private static final int SHARE = 10;

    private final Disk disk;
    private final long kept;

    /** A disk as far as it matters here, in bytes. */
    public interface Disk {
        long total() throws IOException;

        long usable() throws IOException;
    }

    public DiskReserve(Disk disk) throws IOException {
        this.disk = disk;
        this.kept = Math.min(MOST, disk.total() / SHARE);
    }

    /** Of the disk that an existing file or folder lies on. */
    public static DiskReserve at(Path place) throws IOException {
        FileStore store = Files.getFileStore(place);
        return new DiskReserve(
                new Disk() {
                    @Override
                    public long total() throws IOException {
                        return store.getTotalSpace();
                    }

                    @Override
                    public long usable() throws IOException {
                        return store.getUsableSpace();
                    }
                });
    }

    /**
     * Before {@code bytes} more are written.
     *
     * @throws IOException in the words of a full disk, when too little would be left
     */
    public void check(long bytes) throws IOException {
        if (disk.usable() - bytes < kept) {
            throw new IOException("No space left on device: the rest is kept for the database");
        }
    }
}
