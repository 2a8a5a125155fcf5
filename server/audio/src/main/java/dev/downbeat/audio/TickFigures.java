package dev.downbeat.audio;

/**
 * What the tick counted since it was started.
 *
 * @param announced ticks that were announced
 * @param skipped ticks that passed unseen while the machine or the process stood still
 * @param lateP50Micros half of the announced ticks came no later than this
 * @param lateP99Micros 99 % of the announced ticks came no later than this
 * @param moved slow ones that were given a thread of their own
 * @param failedCalls calls that threw
 * @param dropped ones that threw too often and are no longer called
 */
public record TickFigures(
        long announced,
        long skipped,
        long lateP50Micros,
        long lateP99Micros,
        long moved,
        long failedCalls,
        long dropped) {}
