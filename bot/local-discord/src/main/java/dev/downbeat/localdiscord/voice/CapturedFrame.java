package dev.downbeat.localdiscord.voice;

/**
 * One voice packet as it arrived, decrypted.
 *
 * @param index counts the packets of this guild from 0 and never goes back
 * @param arrivalNanos the clock's nanoseconds when the datagram was read
 * @param sequence the RTP sequence, unwrapped within one ssrc
 * @param timestamp the RTP timestamp in samples, unwrapped within one ssrc
 */
public record CapturedFrame(
        long index, long arrivalNanos, long sequence, long timestamp, int ssrc, Opus opus) {
    public byte[] payload() {
        return opus.bytes();
    }
}
