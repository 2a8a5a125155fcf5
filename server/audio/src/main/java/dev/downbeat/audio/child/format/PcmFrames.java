package dev.downbeat.audio.child.format;

import com.sedmelluq.discord.lavaplayer.format.AudioDataFormat;
import com.sedmelluq.discord.lavaplayer.track.playback.AbstractAudioFrameBuffer;
import com.sedmelluq.discord.lavaplayer.track.playback.AudioFrame;
import com.sedmelluq.discord.lavaplayer.track.playback.MutableAudioFrame;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.concurrent.TimeUnit;

/** The end of Lavaplayer's pipeline: hands each PCM frame on in the decoding thread, keeps none. */
final class PcmFrames extends AbstractAudioFrameBuffer {
    private final Sound.PcmSink sink;
    private short[] stereo = new short[0];

    PcmFrames(AudioDataFormat format, Sound.PcmSink sink) {
        super(format);
        this.sink = sink;
    }

    @Override
    public void consume(AudioFrame frame) {
        byte[] data = frame.getData();
        int samples = data.length / 2;
        if (stereo.length < samples) {
            stereo = new short[samples];
        }
        ByteBuffer.wrap(data)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asShortBuffer()
                .get(stereo, 0, samples);
        receivedFrames = true;
        sink.accept(stereo, samples / 2);
    }

    @Override
    public void rebuild(
            com.sedmelluq.discord.lavaplayer.track.playback.AudioFrameRebuilder rebuilder) {}

    @Override
    public int getRemainingCapacity() {
        return 1;
    }

    @Override
    public int getFullCapacity() {
        return 1;
    }

    @Override
    public void waitForTermination() {}

    @Override
    public void clear() {}

    @Override
    public @Nullable Long getLastInputTimecode() {
        return null;
    }

    @Override
    public @Nullable AudioFrame provide() {
        return null;
    }

    @Override
    public @Nullable AudioFrame provide(long timeout, TimeUnit unit) {
        return null;
    }

    @Override
    public boolean provide(MutableAudioFrame targetFrame) {
        return false;
    }

    @Override
    public boolean provide(MutableAudioFrame targetFrame, long timeout, TimeUnit unit) {
        return false;
    }

    @Override
    protected void signalWaiters() {}
}
