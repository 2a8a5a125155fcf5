package dev.downbeat.localdiscord.voice;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Puts Opus packets of 20 ms into an Ogg file (RFC 3533, RFC 7845): 48 kHz, stereo. */
public final class OggOpus {
    public static final int SAMPLES_PER_FRAME = 960;
    private static final int PACKETS_PER_PAGE = 50;
    private static final int SEGMENT = 255;
    private static final int FIRST_PAGE = 2;
    private static final int LAST_PAGE = 4;
    private static final int POLYNOMIAL = 0x04C1_1DB7;
    private static final int[] CRC = crcTable();

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int page;

    private OggOpus() {}

    /** A whole file; a decoder throws the first {@code preSkipFrames} away as its run-up. */
    public static byte[] file(List<Opus> frames, int preSkipFrames) {
        OggOpus ogg = new OggOpus();
        ogg.page(FIRST_PAGE, 0, List.of(head(preSkipFrames * SAMPLES_PER_FRAME)));
        ogg.page(0, 0, List.of(tags()));
        for (int from = 0; from < frames.size(); from += PACKETS_PER_PAGE) {
            int to = Math.min(from + PACKETS_PER_PAGE, frames.size());
            ogg.page(
                    to == frames.size() ? LAST_PAGE : 0,
                    (long) to * SAMPLES_PER_FRAME,
                    frames.subList(from, to).stream().map(Opus::bytes).toList());
        }
        return ogg.out.toByteArray();
    }

    private static byte[] head(int preSkipSamples) {
        ByteBuffer head = ByteBuffer.allocate(19).order(ByteOrder.LITTLE_ENDIAN);
        head.put("OpusHead".getBytes(StandardCharsets.US_ASCII));
        head.put((byte) 1).put((byte) 2).putShort((short) preSkipSamples);
        head.putInt(48_000).putShort((short) 0).put((byte) 0);
        return head.array();
    }

    private static byte[] tags() {
        byte[] vendor = "local-discord".getBytes(StandardCharsets.US_ASCII);
        ByteBuffer tags = ByteBuffer.allocate(16 + vendor.length).order(ByteOrder.LITTLE_ENDIAN);
        tags.put("OpusTags".getBytes(StandardCharsets.US_ASCII));
        tags.putInt(vendor.length).put(vendor).putInt(0);
        return tags.array();
    }

    private void page(int flags, long granule, List<byte[]> packets) {
        ByteArrayOutputStream lacing = new ByteArrayOutputStream();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (byte[] packet : packets) {
            for (int left = packet.length; left >= SEGMENT; left -= SEGMENT) {
                lacing.write(SEGMENT);
            }
            lacing.write(packet.length % SEGMENT);
            body.writeBytes(packet);
        }
        if (lacing.size() > SEGMENT) {
            throw new IllegalArgumentException("These packets do not fit into one page");
        }
        ByteBuffer bytes =
                ByteBuffer.allocate(27 + lacing.size() + body.size())
                        .order(ByteOrder.LITTLE_ENDIAN);
        bytes.put("OggS".getBytes(StandardCharsets.US_ASCII)).put((byte) 0).put((byte) flags);
        bytes.putLong(granule).putInt(1).putInt(page++).putInt(0);
        bytes.put((byte) lacing.size()).put(lacing.toByteArray()).put(body.toByteArray());
        bytes.putInt(22, crc(bytes.array()));
        out.writeBytes(bytes.array());
    }

    private static int crc(byte[] bytes) {
        int crc = 0;
        for (byte next : bytes) {
            crc = (crc << 8) ^ CRC[((crc >>> 24) ^ next) & 0xFF];
        }
        return crc;
    }

    private static int[] crcTable() {
        int[] table = new int[256];
        for (int index = 0; index < table.length; index++) {
            int crc = index << 24;
            for (int bit = 0; bit < 8; bit++) {
                crc = crc < 0 ? (crc << 1) ^ POLYNOMIAL : crc << 1;
            }
            table[index] = crc;
        }
        return table;
    }
}
