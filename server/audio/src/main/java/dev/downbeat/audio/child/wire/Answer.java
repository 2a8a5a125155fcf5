package dev.downbeat.audio.child.wire;

import dev.downbeat.audio.MediaInfo;

import java.util.List;

/** What a media child tells the server. */
public sealed interface Answer {
    /** Waits for a job. */
    record Ready() implements Answer {}

    /** Still at work on what it has. */
    record Working() implements Answer {}

    /** Bytes that it needs, in whole blocks. */
    record Need(long offset, long length) implements Answer {}

    record Described(MediaInfo info) implements Answer {}

    /**
     * Packets in a row.
     *
     * @param first index of the first one
     */
    record Made(Take take, long first, List<Packet> packets) implements Answer {}

    /** How many frames the medium has. */
    record Counted(long frames) implements Answer {}

    /** From this frame on the live take has the final gain: it may be left for the clean one. */
    record Settled(long index) implements Answer {}

    /** All of the clean take was made, also where the medium is refused after that. */
    record Finished() implements Answer {}

    /**
     * @param reason a code; nothing more comes of this job
     */
    record Refused(String reason) implements Answer {}
}
