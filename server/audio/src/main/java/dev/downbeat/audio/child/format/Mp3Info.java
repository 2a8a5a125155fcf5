package dev.downbeat.audio.child.format;

import java.io.IOException;

/**
 * What an encoder wrote into a first frame without sound (Xing, Info, VBRI).
 *
 * @param present false: the first frame holds sound
 * @param frames how many frames follow; 0 when not said
 * @param skip sample frames before the sound: encoder's and decoder's delay
 * @param padding sample frames after the sound, decoder's delay taken off
 */
record Mp3Info(boolean present, long frames, int skip, int padding) {
    private static final int DECODER_DELAY = 529;
    private static final Mp3Info NONE = new Mp3Info(false, 0, 0, 0);

    static Mp3Info read(Bytes bytes, long frameAt, Mp3Frame frame) throws IOException {
        bytes.seek(frameAt + frame.tagOffset());
        if (!bytes.has(4)) {
            return NONE;
        }
        String name = bytes.ascii(4);
        if (name.equals("Xing") || name.equals("Info")) {
            return xing(bytes);
        }
        bytes.seek(frameAt + 36);
        if (bytes.has(18) && bytes.ascii(4).equals("VBRI")) {
            bytes.skip(10);
            return new Mp3Info(true, bytes.u32(), 0, 0);
        }
        return NONE;
    }

    private static Mp3Info xing(Bytes bytes) throws IOException {
        long flags = bytes.u32();
        long frames = (flags & 1) != 0 ? bytes.u32() : 0;
        bytes.skip(((flags & 2) != 0 ? 4 : 0) + ((flags & 4) != 0 ? 100 : 0));
        bytes.skip((flags & 8) != 0 ? 4 : 0);
        String encoder = bytes.ascii(9);
        bytes.skip(12);
        int delays = bytes.u24();
        boolean tells =
                encoder.startsWith("LAME")
                        || encoder.startsWith("Lavf")
                        || encoder.startsWith("Lavc");
        if (!tells) {
            return new Mp3Info(true, frames, 0, 0);
        }
        int padding = Math.max(0, (delays & 0xFFF) - DECODER_DELAY);
        return new Mp3Info(true, frames, (delays >> 12) + DECODER_DELAY, padding);
    }
}
