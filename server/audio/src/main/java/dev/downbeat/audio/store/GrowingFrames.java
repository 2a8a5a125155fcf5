package dev.downbeat.audio.store;

import dev.downbeat.audio.child.wire.Packet;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * Frames of one take as they are made, from a first index on: the newest in memory, older ones in a
 * file that may become an entry. When the disk takes no more, they stay in memory. One thread adds,
 * any reads.
 */
final class GrowingFrames implements AutoCloseable {
    private final long firstIndex;
    private final Temporaries temporaries;
    private final @Nullable SafeFile file;
    private final CRC32C checksum = new CRC32C();
    private final ByteArrayOutputStream rows = new ByteArrayOutputStream();
    private volatile Page[] pages = new Page[0];
    private volatile int count;
    private Packet[] newest = new Packet[Page.FRAMES];
    private long packetBytes;
    private boolean unsaved;

    /**
     * @param temporaries where the file is made; on failure there is none
     */
    GrowingFrames(long firstIndex, Temporaries temporaries) {
        this.firstIndex = firstIndex;
        this.temporaries = temporaries;
        this.file = file(temporaries);
        this.unsaved = file == null;
    }

    private static @Nullable SafeFile file(Temporaries temporaries) {
        try {
            return new SafeFile(temporaries.fresh());
        } catch (IOException why) {
            temporaries.failed(why);
            return null;
        }
    }

    long firstIndex() {
        return firstIndex;
    }

    /** One past the last frame there is. */
    long end() {
        return firstIndex + count;
    }

    boolean has(long index) {
        return index >= firstIndex && index < end();
    }

    byte[] packet(long index) {
        int at = (int) (index - firstIndex);
        return pages[at / Page.FRAMES].packet(at % Page.FRAMES);
    }

    int loudness(long index) {
        int at = (int) (index - firstIndex);
        return pages[at / Page.FRAMES].loudness(at % Page.FRAMES);
    }

    void add(Packet packet) {
        int before = count;
        int inPage = before % Page.FRAMES;
        if (inPage == 0) {
            newest = new Packet[Page.FRAMES];
            Page[] more = Arrays.copyOf(pages, pages.length + 1);
            more[pages.length] = new Page.InMemory(newest);
            pages = more;
        }
        newest[inPage] = packet;
        count = before + 1;
        if (inPage == Page.FRAMES - 1) {
            pageFull(Page.FRAMES);
        }
    }

    private void pageFull(int frames) {
        if (unsaved || file == null) {
            return;
        }
        try {
            Page saved = save(file, frames);
            Page[] changed = pages.clone();
            changed[changed.length - 1] = saved;
            pages = changed;
        } catch (IOException why) {
            temporaries.failed(why);
            unsaved = true;
        }
    }

    private Page save(SafeFile to, int frames) throws IOException {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        int[] ends = new int[frames];
        byte[] loudnesses = new byte[frames];
        for (int i = 0; i < frames; i++) {
            byte[] opus = newest[i].opus();
            data.writeBytes(opus);
            ends[i] = data.size();
            loudnesses[i] = (byte) newest[i].loudness();
            rows.write(opus.length >> 8);
            rows.write(opus.length);
            rows.write(newest[i].loudness());
        }
        byte[] bytes = data.toByteArray();
        checksum.update(bytes);
        packetBytes += bytes.length;
        long at = to.append(ByteBuffer.wrap(bytes));
        return new Page.InFile(to.map(at, bytes.length), ends, loudnesses);
    }

    /**
     * Makes an entry of all frames.
     *
     * @throws IOException when the disk would not take all of it
     */
    void commit(Path target) throws IOException {
        if (count % Page.FRAMES != 0) {
            pageFull(count % Page.FRAMES);
        }
        if (unsaved || file == null) {
            throw new IOException("the disk did not take all frames");
        }
        try {
            byte[] table = rows.toByteArray();
            checksum.update(table);
            file.append(ByteBuffer.wrap(table));
            file.append(EntryFormat.trailer(count, packetBytes, checksum));
            file.commit(target);
        } catch (IOException why) {
            temporaries.failed(why);
            throw why;
        }
    }

    @Override
    public void close() {
        try {
            if (file != null) {
                file.close();
            }
        } catch (IOException _) {
            // A temporary file that stays is deleted at the next start.
        }
    }
}
