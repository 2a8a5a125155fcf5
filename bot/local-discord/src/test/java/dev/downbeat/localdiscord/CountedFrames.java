package dev.downbeat.localdiscord;

import net.dv8tion.jda.api.audio.AudioSendHandler;

import java.nio.ByteBuffer;

/** Frames whose payload is their number, so that each is known again. */
final class CountedFrames implements AudioSendHandler {
    private final int count;
    private int next;

    CountedFrames(int count) {
        this.count = count;
    }

    static byte[] payload(int number) {
        return ByteBuffer.allocate(8).put((byte) 0xFC).putInt(1, number).array();
    }

    @Override
    public boolean canProvide() {
        return next < count;
    }

    @Override
    public ByteBuffer provide20MsAudio() {
        return ByteBuffer.wrap(payload(next++));
    }

    @Override
    public boolean isOpus() {
        return true;
    }
}
