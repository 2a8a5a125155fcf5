package dev.downbeat.audio.stage;

import java.util.List;

/**
 * A splice in its place: packets for consecutive ticks, after which the canonical frames go on.
 *
 * @param firstTick the tick of the first packet
 * @param step what the media index gains against the ticks at {@code firstTick}
 */
record Patch(long firstTick, long step, List<byte[]> packets) {
    boolean covers(long tick) {
        return tick >= firstTick && tick < end();
    }

    byte[] at(long tick) {
        return packets.get((int) (tick - firstTick));
    }

    long end() {
        return firstTick + packets.size();
    }
}
