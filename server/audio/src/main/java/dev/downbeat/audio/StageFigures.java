package dev.downbeat.audio;

/**
 * What a stage counted since it was opened.
 *
 * @param audibleCorrections as {@link Stage#audibleCorrections()}
 * @param underruns times when a frame was not there in time
 * @param splices corrections made without a break
 * @param failedSplices shifts given up because their frames could not be decoded
 * @param droppedFrames frames that taps did not take in time, all taps together
 */
public record StageFigures(
        long audibleCorrections,
        long underruns,
        long splices,
        long failedSplices,
        long droppedFrames) {}
