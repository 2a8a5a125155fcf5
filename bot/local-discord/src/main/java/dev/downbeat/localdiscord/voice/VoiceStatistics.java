package dev.downbeat.localdiscord.voice;

import java.util.List;

/**
 * What one guild's voice has received so far.
 *
 * @param lost packets missing by sequence number, those dropped on purpose included
 * @param late packets older than the newest one, not recorded
 * @param pauses times the sender went quiet and came back
 * @param violations broken rules of RTP or of Discord; {@code notes} holds the newest 100
 * @param longestGapNanos between two packets in a row without a pause
 */
public record VoiceStatistics(
        long packets,
        long payloadBytes,
        long silenceFrames,
        long lost,
        long late,
        long pauses,
        long undecryptable,
        long emptyDatagrams,
        long keepAlives,
        long droppedOnPurpose,
        long firstArrivalNanos,
        long lastArrivalNanos,
        long longestGapNanos,
        long violations,
        List<String> notes) {}
