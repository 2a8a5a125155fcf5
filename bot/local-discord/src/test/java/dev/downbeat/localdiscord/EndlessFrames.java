package dev.downbeat.localdiscord;

import net.dv8tion.jda.api.audio.AudioSendHandler;

import java.nio.ByteBuffer;

/** Frames without end, each with its number as payload. */
final class EndlessFrames implements AudioSendHandler {
    private int next;

    @Override
    public boolean canProvide() {
        return true;
    }

    @Override
    public ByteBuffer provide20MsAudio() {
        return ByteBuffer.wrap(CountedFrames.payload(next++));
    }

    @Override
    public boolean isOpus() {
        return true;
    }
}
