package dev.downbeat.audio.child.format;

import com.sedmelluq.discord.lavaplayer.container.MediaContainer;
import com.sedmelluq.discord.lavaplayer.container.MediaContainerDetectionResult;
import com.sedmelluq.discord.lavaplayer.format.Pcm16AudioDataFormat;
import com.sedmelluq.discord.lavaplayer.player.AudioConfiguration;
import com.sedmelluq.discord.lavaplayer.player.AudioPlayerOptions;
import com.sedmelluq.discord.lavaplayer.tools.FriendlyException;
import com.sedmelluq.discord.lavaplayer.track.AudioReference;
import com.sedmelluq.discord.lavaplayer.track.AudioTrack;
import com.sedmelluq.discord.lavaplayer.track.AudioTrackInfo;
import com.sedmelluq.discord.lavaplayer.track.InternalAudioTrack;
import com.sedmelluq.discord.lavaplayer.track.TrackStateListener;
import com.sedmelluq.discord.lavaplayer.track.playback.LocalAudioTrackExecutor;

import dev.downbeat.audio.Refusal;

import org.jspecify.annotations.Nullable;

import java.io.IOException;

/**
 * Decodes with one of Lavaplayer's containers, from the beginning to the end in the calling thread.
 * Its seek is never used: it is exact for no format but two (see this module's README).
 */
final class LavaplayerDecoder implements Sound.Decoder {
    private final MediaContainer container;
    private final ByteSource source;
    private final long offset;
    private final int sampleRate;
    private final String name;

    /**
     * @param offset where the container begins
     * @param sampleRate of the PCM wanted; the medium's own, so that nothing is resampled here
     */
    LavaplayerDecoder(
            MediaContainer container, ByteSource source, long offset, int sampleRate, String name) {
        this.container = container;
        this.source = source;
        this.offset = offset;
        this.sampleRate = sampleRate;
        this.name = name;
    }

    @Override
    public void decode(Sound.PcmSink sink) throws IOException {
        InternalAudioTrack track = track();
        AudioConfiguration configuration = new AudioConfiguration();
        configuration.setResamplingQuality(AudioConfiguration.ResamplingQuality.MEDIUM);
        configuration.setOutputFormat(
                new Pcm16AudioDataFormat(2, sampleRate, sampleRate / 50, false));
        configuration.setFrameBufferFactory((_, format, _) -> new PcmFrames(format, sink));
        LocalAudioTrackExecutor executor =
                new LocalAudioTrackExecutor(
                        track, configuration, new AudioPlayerOptions(), false, 1000);
        FirstFault fault = new FirstFault();
        executor.execute(fault);
        fault.raise(name);
    }

    /** What Lavaplayer reads in the head. */
    AudioTrackInfo info() throws IOException {
        return detected(new LavaplayerStream(source, offset)).getTrackInfo();
    }

    private InternalAudioTrack track() throws IOException {
        LavaplayerStream stream = new LavaplayerStream(source, offset);
        MediaContainerDetectionResult found = detected(stream);
        stream.seek(0);
        return (InternalAudioTrack)
                found.getContainerDescriptor().createTrack(found.getTrackInfo(), stream);
    }

    private MediaContainerDetectionResult detected(LavaplayerStream stream) throws IOException {
        MediaContainerDetectionResult found =
                container.probe.probe(AudioReference.NO_TRACK, stream);
        if (found == null || !found.isSupportedFile()) {
            throw new MediaRefused(Refusal.DAMAGED_AS.about(name));
        }
        return found;
    }

    /** Keeps what went wrong in the decoder, to be raised after it has cleaned up. */
    private static final class FirstFault implements TrackStateListener {
        private @Nullable FriendlyException fault;

        @Override
        public void onTrackException(AudioTrack track, FriendlyException exception) {
            fault = exception;
        }

        @Override
        public void onTrackStuck(AudioTrack track, long thresholdMs) {}

        void raise(String name) throws IOException {
            for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
                if (cause instanceof MediaRefused refused) {
                    throw refused;
                }
                if (cause instanceof dev.downbeat.audio.child.level.Pcm.TooLong tooLong) {
                    throw tooLong;
                }
            }
            if (fault != null) {
                throw new MediaRefused(Refusal.DAMAGED_AS.about(name), fault);
            }
        }
    }
}
