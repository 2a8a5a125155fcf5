package dev.downbeat.audio;

/**
 * Finds where in a reference a piece of sound comes from, by normalised cross-correlation. Needs a
 * reference in which each instant is unique (noise, not a tone). Mono; any sample rate, the same
 * for both.
 */
public final class Correlation {
    /** Below this the piece is not from the reference. */
    public static final double CERTAIN = 0.3;

    private Correlation() {}

    /**
     * @param position of the piece's first sample in the reference, in samples; may be negative
     * @param likeness 1 for the same, 0 for unrelated
     */
    public record Match(long position, double likeness) {
        public boolean isCertain() {
            return likeness >= CERTAIN;
        }
    }

    /** The best match with a position from {@code from} (included) to {@code to} (excluded). */
    public static Match find(float[] piece, float[] reference, int from, int to) {
        Match best = new Match(from, 0);
        for (int position = from; position < to; position++) {
            double likeness = likeness(piece, reference, position);
            if (likeness > best.likeness()) {
                best = new Match(position, likeness);
            }
        }
        return best;
    }

    /** Only the part where both exist counts; less than half of the piece is no match. */
    private static double likeness(float[] piece, float[] reference, int position) {
        int first = Math.max(0, -position);
        int last = Math.min(piece.length, reference.length - position);
        if (last - first < piece.length / 2) {
            return 0;
        }
        double product = 0;
        double energy = 0;
        double referenceEnergy = 0;
        for (int i = first; i < last; i++) {
            double a = piece[i];
            double b = reference[position + i];
            product += a * b;
            energy += a * a;
            referenceEnergy += b * b;
        }
        double norm = Math.sqrt(energy * referenceEnergy);
        return norm == 0 ? 0 : product / norm;
    }

    /** The mean of both channels of interleaved stereo. */
    public static float[] mono(short[] stereo) {
        float[] mono = new float[stereo.length / 2];
        for (int i = 0; i < mono.length; i++) {
            mono[i] = (stereo[2 * i] + stereo[2 * i + 1]) / 2f;
        }
        return mono;
    }
}
