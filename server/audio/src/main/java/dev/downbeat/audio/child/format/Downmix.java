package dev.downbeat.audio.child.format;

import java.util.Arrays;

/**
 * One to eight channels as WAVE orders them, made stereo as ITU-R BS.775 says: the centre and the
 * surrounds 3 dB lower, the low effects left out, all of it lowered so that nothing clips. One
 * thread.
 */
final class Downmix implements Sound.PcmSink {
    private static final double SIDE = Math.sqrt(0.5);

    /** Weights of each channel to the left and to the right, by the number of channels. */
    private static final double[][] LEFT = {
        {},
        {1},
        {1, 0},
        {1, 0, SIDE},
        {1, 0, SIDE, 0},
        {1, 0, SIDE, SIDE, 0},
        {1, 0, SIDE, 0, SIDE, 0},
        {1, 0, SIDE, 0, 0.5, SIDE, 0},
        {1, 0, SIDE, 0, SIDE, 0, SIDE, 0}
    };

    private static final double[][] RIGHT = {
        {},
        {1},
        {0, 1},
        {0, 1, SIDE},
        {0, 1, 0, SIDE},
        {0, 1, SIDE, 0, SIDE},
        {0, 1, SIDE, 0, 0, SIDE},
        {0, 1, SIDE, 0, 0.5, 0, SIDE},
        {0, 1, SIDE, 0, 0, SIDE, 0, SIDE}
    };

    private final Sound.PcmSink stereo;
    private final int channels;
    private final double[] left;
    private final double[] right;
    private short[] mixed = new short[0];

    /**
     * @param channels 1 to 8
     */
    Downmix(int channels, Sound.PcmSink stereo) {
        this.channels = channels;
        this.stereo = stereo;
        this.left = lowered(LEFT[channels]);
        this.right = lowered(RIGHT[channels]);
    }

    private static double[] lowered(double[] weights) {
        double sum = Arrays.stream(weights).sum();
        return Arrays.stream(weights).map(weight -> weight / sum).toArray();
    }

    /** Takes interleaved 16 bit samples of all channels. */
    @Override
    public void accept(short[] samples, int frames) {
        if (mixed.length < frames * 2) {
            mixed = new short[frames * 2];
        }
        for (int frame = 0; frame < frames; frame++) {
            mixed[frame * 2] = mix(samples, frame * channels, left);
            mixed[frame * 2 + 1] = mix(samples, frame * channels, right);
        }
        stereo.accept(mixed, frames);
    }

    private static short mix(short[] samples, int from, double[] weights) {
        double sum = 0;
        for (int channel = 0; channel < weights.length; channel++) {
            sum += weights[channel] * samples[from + channel];
        }
        return (short) Math.round(sum);
    }
}
