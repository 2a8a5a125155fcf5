package dev.downbeat.audio.testmedia;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Files that are made to do harm, or that are simply no sound. */
public final class Hostile {
    private Hostile() {}

    /** An MP4 whose table of times claims two thousand million entries in a box of a few bytes. */
    public static byte[] hugeTimeTable() {
        byte[] table = box("stts", ByteBuffer.allocate(16).putInt(0).putInt(2_000_000_000).array());
        byte[] sound = box("hdlr", ascii("\0\0\0\0\0\0\0\0soun\0\0\0\0\0\0\0\0\0\0\0\0\0"));
        byte[] media = box("mdia", join(sound, box("minf", box("stbl", table))));
        byte[] head = box("moov", box("trak", media));
        return join(box("ftyp", ascii("M4A \0\0\0\0M4A ")), head, box("mdat", new byte[6000]));
    }

    /** An MP4 whose head holds itself so many times. */
    public static byte[] deepMp4(int times) {
        byte[] inner = box("udta", new byte[0]);
        for (int depth = 0; depth < times; depth++) {
            inner = box("udta", inner);
        }
        return join(box("ftyp", ascii("M4A \0\0\0\0M4A ")), box("moov", inner));
    }

    /** An MP4 of so many empty boxes and nothing else. */
    public static byte[] crumbledMp4(int boxes) {
        byte[] empty = box("free", new byte[0]);
        ByteBuffer crumbs = ByteBuffer.allocate(boxes * empty.length);
        for (int i = 0; i < boxes; i++) {
            crumbs.put(empty);
        }
        return join(box("ftyp", ascii("M4A \0\0\0\0M4A ")), crumbs.array());
    }

    /** An MP3 whose title claims to be a quarter of a gigabyte long. */
    public static byte[] hugeTitle() {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(ascii("ID3\u0003\0\0"));
        file.writeBytes(new byte[] {0x7F, 0x7F, 0x7F, 0x7F});
        file.writeBytes(ascii("TIT2"));
        file.writeBytes(new byte[] {0x0F, (byte) 0xFF, (byte) 0xF0, 0, 0, 0, 1});
        file.writeBytes(new byte[60_000]);
        return file.toByteArray();
    }

    /** A WAV file that claims 4 GB of sound and has none. */
    public static byte[] emptyPromise() {
        byte[] file = Wave.file(new short[0], Wave.RATE);
        ByteBuffer.wrap(file).order(java.nio.ByteOrder.LITTLE_ENDIAN).putInt(40, -2);
        return file;
    }

    /** A FLAC head without anything after it. */
    public static byte[] bareFlacHead() {
        byte[] info = new byte[34];
        ByteBuffer.wrap(info).putLong(10, (44_100L << 44) | (1L << 41) | (15L << 36) | 44_100_000L);
        return join(ascii("fLaC"), new byte[] {(byte) 0x80, 0, 0, 34}, info);
    }

    public static byte[] random(int length, long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    /** {@code start} and then noise: looks like a format and is none. */
    public static byte[] startingWith(String start, int length) {
        byte[] bytes = random(length, start.hashCode());
        byte[] head = ascii(start);
        System.arraycopy(head, 0, bytes, 0, head.length);
        return bytes;
    }

    public static byte[] cut(byte[] file, double part) {
        return Arrays.copyOf(file, (int) (file.length * part));
    }

    private static byte[] box(String type, byte[] body) {
        ByteBuffer box = ByteBuffer.allocate(8 + body.length);
        return box.putInt(8 + body.length).put(ascii(type)).put(body).array();
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(joined::writeBytes);
        return joined.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
