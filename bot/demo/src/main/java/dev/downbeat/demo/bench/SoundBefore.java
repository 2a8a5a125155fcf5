package dev.downbeat.demo.bench;

import dev.downbeat.demo.whole.Ear;
import dev.downbeat.demo.whole.Music;
import dev.downbeat.demo.whole.Rig;
import dev.downbeat.localdiscord.control.Control;
import dev.downbeat.localdiscord.voice.CapturedFrame;
import dev.downbeat.localdiscord.voice.Recording;

import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Where the sound was before a fault, so that it can be asked whether it is in time after it. */
final class SoundBefore {
    private static final long BREAK_NANOS = 200_000_000;
    private static final long AFTER_NANOS = 2_000_000_000L;
    private static final double NEAR_SECONDS = 2;

    private final Ear ear;
    private final Music music;
    private final Recording recording;
    private final long index;
    private final Ear.Heard heard;

    private SoundBefore(Rig rig, Music music, Recording recording, Ear.Heard heard) {
        this.ear = rig.ear();
        this.music = music;
        this.recording = recording;
        this.index = recording.nextIndex();
        this.heard = heard;
    }

    static Optional<SoundBefore> now(Rig rig, Music music) {
        Control control = rig.whole().discord().control();
        Recording recording = control.recording(control.guildId());
        double expected = rig.mpv().heard().seconds();
        return rig.ear()
                .newest(music.reference(), expected, NEAR_SECONDS)
                .map(heard -> new SoundBefore(rig, music, recording, heard));
    }

    /**
     * In ms, how far the sound is from where it would be without the fault, 2 s after it came back;
     * waits until then. Empty when it is not there.
     */
    Optional<Double> offMs() throws InterruptedException {
        long then = back() + AFTER_NANOS;
        TimeUnit.NANOSECONDS.sleep(then - System.nanoTime());
        double expected = heard.seconds() + (then - heard.atNanos()) / 1e9;
        return ear.at(then, music.reference(), expected, NEAR_SECONDS).map(this::offMs);
    }

    private double offMs(Ear.Heard after) {
        return 1000 * (after.seconds() - heard.seconds())
                - (after.atNanos() - heard.atNanos()) / 1e6;
    }

    /** When the last pause or loss of packets ended; where there was none, the first packet. */
    private long back() {
        long back = 0;
        CapturedFrame last = null;
        for (CapturedFrame frame : recording.since(index)) {
            if (!frame.opus().isSilence()) {
                if (last == null || isBreak(last, frame)) {
                    back = frame.arrivalNanos();
                }
                last = frame;
            }
        }
        return back;
    }

    private static boolean isBreak(CapturedFrame last, CapturedFrame frame) {
        return frame.arrivalNanos() - last.arrivalNanos() > BREAK_NANOS
                || frame.sequence() != last.sequence() + 1;
    }
}
