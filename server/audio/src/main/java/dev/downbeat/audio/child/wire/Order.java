package dev.downbeat.audio.child.wire;

/**
 * What the server tells a media child. One job at a time; each order names its job by number, so
 * that bytes of a job that is over are not taken for the next one's.
 */
@SuppressWarnings("ArrayRecordComponent") // written and read once, never compared
public sealed interface Order {
    int job();

    /**
     * @param length in bytes; negative when unknown
     */
    record Probe(int job, String fileName, long length) implements Order {}

    /**
     * @param length in bytes; negative when unknown
     * @param firstIndex the frame that is wanted first; negative when nobody waits for any
     */
    record Ingest(int job, String fileName, long length, long firstIndex) implements Order {}

    /** Bytes of the medium that were asked for; a multiple of a block, except at the end. */
    record Bytes(int job, long offset, byte[] bytes) implements Order {}

    /** The medium is this many bytes long: nothing comes after that. */
    record EndOfBytes(int job, long total) implements Order {}

    /**
     * @param reason a code; the bytes will not come
     */
    record BytesLost(int job, String reason) implements Order {}
}
