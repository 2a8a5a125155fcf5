package dev.downbeat.audio.child.format;

import dev.downbeat.audio.Refusal;

import java.io.IOException;
import java.util.Locale;
import java.util.OptionalDouble;

/** What an MP4 file's head says of one track; filled box by box. */
final class Mp4Track {
    static final int MAX_ENTRIES = 8_000_000;
    private static final int ES = 3;
    private static final int DECODER_CONFIG = 4;
    private static final int DECODER_SPECIFIC = 5;

    /** QuickTime puts one around the decoder's configuration. */
    private static final int MAX_WAVES = 4;

    long id;
    boolean isSound;
    long timescale = 1;
    private String codec = "";
    private byte[] configuration = new byte[0];
    private long editStart;
    private long duration;
    private int[] sizes = new int[0];
    private long[] chunkOffsets = new long[0];
    private int[] chunkRuns = new int[0];

    /** Takes what {@code box} says; boxes that do not matter are left alone. */
    void take(Mp4Box box, Bytes bytes) throws IOException {
        bytes.seek(box.body() + (box.type().equals("stsd") ? 0 : 4));
        switch (box.type()) {
            case "tkhd" -> {
                bytes.seek(box.body());
                bytes.skip(bytes.u8() == 1 ? 19 : 11);
                id = bytes.u32();
            }
            case "mdhd" -> {
                bytes.seek(box.body());
                bytes.skip(bytes.u8() == 1 ? 19 : 11);
                timescale = Math.max(1, bytes.u32());
            }
            case "hdlr" -> {
                bytes.skip(4);
                isSound = bytes.ascii(4).equals("soun");
            }
            case "elst" -> editList(box, bytes);
            case "stsd" -> sampleEntry(box, bytes);
            case "stts" -> durations(box, bytes);
            case "stsz" -> sizes(box, bytes);
            case "stsc" -> runs(box, bytes);
            case "stco", "co64" -> offsets(box, bytes);
            default -> {}
        }
    }

    private void editList(Mp4Box box, Bytes bytes) throws IOException {
        bytes.seek(box.body());
        boolean isLong = bytes.u8() == 1;
        bytes.skip(3);
        int count = box.checkedCount(bytes.u32(), isLong ? 20 : 12, bytes);
        for (int i = 0; i < count; i++) {
            bytes.skip(isLong ? 8 : 4);
            long start = isLong ? bytes.u64() : (int) bytes.u32();
            bytes.skip(4);
            if (start >= 0) {
                editStart = start;
                return;
            }
        }
    }

    private void sampleEntry(Mp4Box box, Bytes bytes) throws IOException {
        bytes.skip(8);
        long entry = bytes.position();
        long size = bytes.u32();
        codec = bytes.ascii(4);
        bytes.skip(8);
        int version = bytes.u16();
        bytes.skip(18);
        long children = bytes.position() + (version == 1 ? 16 : version == 2 ? 36 : 0);
        esds(bytes, children, Math.min(entry + size, box.end()), MAX_WAVES);
    }

    private void esds(Bytes bytes, long from, long end, int waves) throws IOException {
        Mp4Box box = Mp4Box.at(bytes, from, end);
        while (box != null) {
            if (box.type().equals("wave") && waves > 0) {
                esds(bytes, box.body(), Math.min(end, box.end()), waves - 1);
            } else if (box.type().equals("esds")) {
                bytes.seek(box.body() + 4);
                descriptors(bytes, Math.min(end, box.end()));
            }
            box = Mp4Box.at(bytes, box.end(), end);
        }
    }

    private void descriptors(Bytes bytes, long end) throws IOException {
        while (bytes.position() + 2 <= end) {
            int tag = bytes.u8();
            int length = 0;
            int part = 0x80;
            for (int i = 0; i < 4 && (part & 0x80) != 0; i++) {
                part = bytes.u8();
                length = length << 7 | (part & 0x7F);
            }
            switch (tag) {
                case ES -> bytes.skip(3);
                case DECODER_CONFIG -> bytes.skip(13);
                case DECODER_SPECIFIC -> {
                    configuration = bytes.take(Math.min(length, 64));
                    return;
                }
                default -> bytes.skip(length);
            }
        }
    }

    private void durations(Mp4Box box, Bytes bytes) throws IOException {
        int count = box.checkedCount(bytes.u32(), 8, bytes);
        long total = 0;
        for (int i = 0; i < count; i++) {
            total += bytes.u32() * bytes.u32();
        }
        duration = total;
    }

    private void sizes(Mp4Box box, Bytes bytes) throws IOException {
        long same = bytes.u32();
        long entries = bytes.u32();
        int count = box.checkedCount(entries, same == 0 ? 4 : 1, bytes);
        sizes = new int[count];
        for (int i = 0; i < count; i++) {
            sizes[i] = (int) (same == 0 ? bytes.u32() : same);
        }
    }

    private void runs(Mp4Box box, Bytes bytes) throws IOException {
        int count = box.checkedCount(bytes.u32(), 12, bytes);
        chunkRuns = new int[count * 2];
        for (int i = 0; i < count; i++) {
            chunkRuns[2 * i] = (int) bytes.u32();
            chunkRuns[2 * i + 1] = (int) bytes.u32();
            bytes.skip(4);
        }
    }

    private void offsets(Mp4Box box, Bytes bytes) throws IOException {
        boolean isLong = box.type().equals("co64");
        int count = box.checkedCount(bytes.u32(), isLong ? 8 : 4, bytes);
        chunkOffsets = new long[count];
        for (int i = 0; i < count; i++) {
            chunkOffsets[i] = isLong ? bytes.u64() : bytes.u32();
        }
    }

    /** The decoder's configuration, or the reason why there is none for us. */
    byte[] aac() throws MediaRefused {
        if (!codec.equals("mp4a") || configuration.length == 0) {
            throw new MediaRefused(
                    Refusal.CODING_UNKNOWN.about(codec.strip().toUpperCase(Locale.ROOT)));
        }
        return configuration;
    }

    long editStart() {
        return editStart;
    }

    OptionalDouble seconds() {
        return duration > 0
                ? OptionalDouble.of((double) (duration - editStart) / timescale)
                : OptionalDouble.empty();
    }

    /** Takes one sample after the other: where it lies and how long it is. */
    interface Samples {
        void at(long offset, int bytes) throws IOException;
    }

    void samples(Samples samples) throws IOException {
        int sample = 0;
        int run = 0;
        for (int chunk = 1; chunk <= chunkOffsets.length; chunk++) {
            while (2 * run + 2 < chunkRuns.length && chunkRuns[2 * run + 2] <= chunk) {
                run++;
            }
            int inChunk = chunkRuns.length == 0 ? 0 : chunkRuns[2 * run + 1];
            long offset = chunkOffsets[chunk - 1];
            for (int i = 0; i < inChunk && sample < sizes.length; i++) {
                samples.at(offset, sizes[sample]);
                offset += sizes[sample++];
            }
        }
    }
}
