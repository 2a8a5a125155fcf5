package dev.downbeat.demo.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Gives a FLAC file the seek table that ffmpeg does not write: a point about each second (RFC 9639,
 * 8.5). Only for files of one block size and less than an hour.
 */
final class FlacSeekTable {
    private static final int MAGIC = 4;
    private static final int BLOCK_HEADER = 4;
    private static final int STREAM_INFO = 34;
    private static final int POINT = 18;
    private static final int SEEK_TABLE = 3;
    private static final int LAST = 0x80;

    private final byte[] file;
    private final int blockSize;
    private final int samplesPerSecond;

    private FlacSeekTable(byte[] file) {
        this.file = file;
        ByteBuffer info = ByteBuffer.wrap(file, MAGIC + BLOCK_HEADER, STREAM_INFO).slice();
        blockSize = info.getShort(0) & 0xFFFF;
        samplesPerSecond = info.getInt(10) >>> 12;
    }

    static void addTo(Path path) throws IOException {
        byte[] file = Files.readAllBytes(path);
        Files.write(path, new FlacSeekTable(file).withTable());
    }

    private record Point(long sample, long offset) {}

    private byte[] withTable() {
        List<Point> points = points(firstFrame());
        int head = MAGIC + BLOCK_HEADER + STREAM_INFO;
        ByteBuffer out = ByteBuffer.allocate(file.length + BLOCK_HEADER + points.size() * POINT);
        out.put(file, 0, head);
        out.putInt(SEEK_TABLE << 24 | points.size() * POINT);
        for (Point point : points) {
            out.putLong(point.sample()).putLong(point.offset()).putShort((short) blockSize);
        }
        out.put(file, head, file.length - head);
        return out.array();
    }

    private int firstFrame() {
        int at = MAGIC;
        while (true) {
            int header = ByteBuffer.wrap(file).getInt(at);
            at += BLOCK_HEADER + (header & 0xFFFFFF);
            if ((header >>> 24 & LAST) != 0) {
                return at;
            }
        }
    }

    private List<Point> points(int first) {
        List<Point> points = new ArrayList<>();
        long number = 0;
        for (int at = first; at < file.length - 6; at++) {
            if (isFrame(at, number)) {
                long sample = number * blockSize;
                if (points.size() * (long) samplesPerSecond <= sample) {
                    points.add(new Point(sample, at - first));
                }
                number++;
            }
        }
        return points;
    }

    /** A frame of fixed block size whose header carries just the number that is due here. */
    private boolean isFrame(int at, long number) {
        if ((file[at] & 0xFF) != 0xFF || (file[at + 1] & 0xFF) != 0xF8) {
            return false;
        }
        byte[] due = asUtf8(number);
        for (int i = 0; i < due.length; i++) {
            if (file[at + BLOCK_HEADER + i] != due[i]) {
                return false;
            }
        }
        return true;
    }

    private static byte[] asUtf8(long number) {
        return Character.toString((int) number).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }
}
