package dev.downbeat.audio.child.format;

/** Lets through only a part of what comes: what an encoder put before and after the sound goes. */
final class Trim implements Sound.PcmSink {
    private final Sound.PcmSink to;
    private long skip;
    private long keep;
    private short[] rest = new short[0];

    /**
     * @param skip sample frames dropped at the beginning
     * @param keep sample frames let through after that
     */
    Trim(Sound.PcmSink to, long skip, long keep) {
        this.to = to;
        this.skip = skip;
        this.keep = keep;
    }

    @Override
    public void accept(short[] stereo, int frames) {
        int dropped = (int) Math.min(skip, frames);
        int kept = (int) Math.min(keep, frames - dropped);
        skip -= dropped;
        keep -= kept;
        if (kept == 0) {
            return;
        }
        if (dropped == 0) {
            to.accept(stereo, kept);
            return;
        }
        if (rest.length < kept * 2) {
            rest = new short[kept * 2];
        }
        System.arraycopy(stereo, dropped * 2, rest, 0, kept * 2);
        to.accept(rest, kept);
    }
}
