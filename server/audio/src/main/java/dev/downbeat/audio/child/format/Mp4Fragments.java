package dev.downbeat.audio.child.format;

import java.io.IOException;

/** The samples of one track in the fragments (moof) of an MP4 file. */
final class Mp4Fragments {
    private static final int BASE_OFFSET = 0x1;
    private static final int DESCRIPTION = 0x2;
    private static final int DURATION = 0x8;
    private static final int SIZE = 0x10;

    private final Bytes bytes;
    private final long trackId;
    private final long sizeByDefault;
    private long base;
    private long size;
    private long next;

    /**
     * @param sizeByDefault of a sample, from the file's head; 0 when not said
     */
    Mp4Fragments(Bytes bytes, long trackId, long sizeByDefault) {
        this.bytes = bytes;
        this.trackId = trackId;
        this.sizeByDefault = sizeByDefault;
    }

    void samples(long from, Mp4Track.Samples samples) throws IOException {
        Mp4Box box = Mp4Box.at(bytes, from, Long.MAX_VALUE);
        while (box != null) {
            if (box.type().equals("moof")) {
                fragment(box, samples);
            }
            box = Mp4Box.at(bytes, box.end(), Long.MAX_VALUE);
        }
    }

    private void fragment(Mp4Box moof, Mp4Track.Samples samples) throws IOException {
        Mp4Box traf = Mp4Box.at(bytes, moof.body(), moof.end());
        while (traf != null) {
            if (traf.type().equals("traf")) {
                track(moof, traf, samples);
            }
            traf = Mp4Box.at(bytes, traf.end(), moof.end());
        }
    }

    private void track(Mp4Box moof, Mp4Box traf, Mp4Track.Samples samples) throws IOException {
        boolean isOurs = false;
        Mp4Box box = Mp4Box.at(bytes, traf.body(), traf.end());
        while (box != null) {
            if (box.type().equals("tfhd")) {
                isOurs = header(moof);
            } else if (box.type().equals("trun") && isOurs) {
                run(box, samples);
            }
            box = Mp4Box.at(bytes, box.end(), traf.end());
        }
    }

    private boolean header(Mp4Box moof) throws IOException {
        int flags = (int) bytes.u32();
        boolean isOurs = bytes.u32() == trackId;
        base = (flags & BASE_OFFSET) != 0 ? bytes.u64() : moof.start();
        next = base;
        bytes.skip(((flags & DESCRIPTION) != 0 ? 4 : 0) + ((flags & DURATION) != 0 ? 4 : 0));
        size = (flags & SIZE) != 0 ? bytes.u32() : sizeByDefault;
        return isOurs;
    }

    private void run(Mp4Box box, Mp4Track.Samples samples) throws IOException {
        int flags = (int) bytes.u32();
        long entries = bytes.u32();
        long offset = (flags & 0x1) != 0 ? base + (int) bytes.u32() : next;
        bytes.skip((flags & 0x4) != 0 ? 4 : 0);
        int before = (flags & 0x100) != 0 ? 4 : 0;
        int after = 4 * Integer.bitCount(flags & 0xC00);
        int sizeBytes = (flags & 0x200) != 0 ? 4 : 0;
        int entryBytes = before + sizeBytes + after;
        int count =
                entryBytes == 0
                        ? (int) Math.min(entries, Mp4Track.MAX_ENTRIES)
                        : box.checkedCount(entries, entryBytes, bytes);
        long table = bytes.position();
        for (int i = 0; i < count; i++) {
            bytes.seek(table + (long) i * entryBytes + before);
            long length = sizeBytes > 0 ? bytes.u32() : size;
            samples.at(offset, (int) Math.min(length, Integer.MAX_VALUE));
            offset += length;
        }
        next = offset;
    }
}
