package dev.downbeat.bot.voice;

import dev.downbeat.audio.Frame;
import dev.downbeat.audio.FrameTap;

import net.dv8tion.jda.api.audio.AudioSendHandler;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;

/**
 * What one guild's voice channel is given: the tap's frame of this tick, or five frames of silence
 * and then nothing (Discord's rule, so that listeners' decoders do not smear the last sound). One
 * thread at a time, but for {@link #hear}.
 */
final class TapHandler implements AudioSendHandler {
    static final int SILENT_FRAMES = 5;
    private static final byte[] SILENCE = {(byte) 0xF8, (byte) 0xFF, (byte) 0xFE};

    private volatile @Nullable FrameTap tap;
    private long tick;
    private boolean provided;
    private int silenceLeft;
    private byte @Nullable [] next;

    /** From the next tick on; null for silence. */
    void hear(@Nullable FrameTap newTap) {
        tap = newTap;
    }

    void arm(long newTick) {
        tick = newTick;
        provided = false;
    }

    /** Whether JDA took a frame since {@link #arm}. */
    boolean provided() {
        return provided;
    }

    @Override
    public boolean canProvide() {
        next = choose();
        return next != null;
    }

    @Override
    public @Nullable ByteBuffer provide20MsAudio() {
        byte[] packet = next;
        next = null;
        provided = packet != null;
        return packet == null ? null : ByteBuffer.wrap(packet);
    }

    @Override
    public boolean isOpus() {
        return true;
    }

    private byte @Nullable [] choose() {
        FrameTap source = tap;
        Frame frame = source == null ? null : source.due(tick);
        if (frame != null) {
            silenceLeft = SILENT_FRAMES;
            return frame.opus();
        }
        if (silenceLeft == 0) {
            return null;
        }
        silenceLeft--;
        return SILENCE;
    }
}
