package dev.downbeat.audio.stage;

import dev.downbeat.audio.Frames;

import java.util.List;

/**
 * The one way to alter running sound: both sides are decoded, cross-faded for 20 ms, encoded again
 * over 400 ms, so that the decoder at the other end has settled when the canonical frames go on.
 */
final class Splice {
    /** How many frames are encoded again, the cross-faded one first. */
    static final int FRAMES = 20;

    /** A decoder that enters in the middle is right after this many frames. */
    private static final int DECODER_FRAMES = 8;

    /** An encoder that starts in the middle is fed this many frames whose packets are dropped. */
    private static final int ENCODER_FRAMES = 4;

    private Splice() {}

    /** What {@link #join} needs of the medium that ends, at {@code index}. */
    static Excerpt before(Frames frames, long index) {
        return Excerpt.around(frames, index, DECODER_FRAMES + ENCODER_FRAMES, 0);
    }

    /** What {@link #join} needs of the medium that goes on, from {@code index}. */
    static Excerpt after(Frames frames, long index) {
        return Excerpt.around(frames, index, DECODER_FRAMES, FRAMES);
    }

    /**
     * The {@link #FRAMES} packets that lead from one medium into another: the first one is the
     * place of {@code from} faded into the place of {@code into}, after the last one the canonical
     * frames of {@code into} go on.
     */
    static List<byte[]> join(Excerpt from, Excerpt into) {
        short[] ending = OpusPcm.decode(from.packets());
        short[] going = OpusPcm.decode(into.packets());
        int primed = Math.min(ENCODER_FRAMES, from.place());
        short[] pcm = new short[(primed + FRAMES + 1) * OpusPcm.FRAME_SHORTS];
        copy(ending, from.place() - primed, pcm, 0, primed + 1);
        CrossFade.into(
                pcm,
                primed * OpusPcm.FRAME_SHORTS,
                going,
                into.place() * OpusPcm.FRAME_SHORTS,
                OpusPcm.FRAME_SHORTS);
        copy(going, into.place() + 1, pcm, primed + 1, FRAMES);
        List<byte[]> packets = OpusPcm.encode(pcm, primed + FRAMES);
        return List.copyOf(packets.subList(primed, packets.size()));
    }

    private static void copy(short[] source, int frame, short[] target, int at, int frames) {
        int from = frame * OpusPcm.FRAME_SHORTS;
        int length = Math.min(frames * OpusPcm.FRAME_SHORTS, source.length - from);
        System.arraycopy(source, from, target, at * OpusPcm.FRAME_SHORTS, length);
    }
}
