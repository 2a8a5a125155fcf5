package dev.downbeat.audio.stage;

import dev.downbeat.audio.Frames;

import java.util.ArrayList;
import java.util.List;

/**
 * Consecutive packets of one medium around a frame.
 *
 * @param place where that frame is in {@code packets}; those before it are pre-roll
 */
record Excerpt(List<byte[]> packets, int place) {

    /** As many of the frames wanted as exist around {@code index}. */
    static Excerpt around(Frames frames, long index, int before, int after) {
        List<byte[]> packets = new ArrayList<>();
        int place = 0;
        for (long i = index - 1; i >= Math.max(0, index - before); i--) {
            byte[] packet = frames.at(i);
            if (packet == null) {
                break;
            }
            packets.addFirst(packet);
            place++;
        }
        for (long i = index; i <= index + after; i++) {
            byte[] packet = frames.at(i);
            if (packet == null) {
                break;
            }
            packets.add(packet);
        }
        return new Excerpt(packets, place);
    }
}
