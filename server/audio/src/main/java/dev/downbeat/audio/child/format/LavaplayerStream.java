package dev.downbeat.audio.child.format;

import com.sedmelluq.discord.lavaplayer.tools.Units;
import com.sedmelluq.discord.lavaplayer.tools.io.SeekableInputStream;
import com.sedmelluq.discord.lavaplayer.track.info.AudioTrackInfoProvider;

import java.io.IOException;
import java.util.List;

/**
 * A {@link ByteSource} as Lavaplayer reads it. It says that it cannot seek, although it can: else
 * the Ogg reader loads the whole file into one array to build a seek table that nobody needs here.
 */
final class LavaplayerStream extends SeekableInputStream {
    private static final int BUFFER = 1 << 13;

    private final ByteSource source;
    private final long offset;
    private final byte[] buffer = new byte[BUFFER];
    private long position;
    private long bufferAt;
    private int buffered;

    LavaplayerStream(ByteSource source, long offset) {
        super(Units.CONTENT_LENGTH_UNKNOWN, 0);
        this.source = source;
        this.offset = offset;
    }

    /** The FLAC reader takes every byte by itself. */
    @Override
    public int read() throws IOException {
        return fill() ? buffer[(int) (position++ - bufferAt)] & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int at, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int from = (int) (position - bufferAt);
        int part = Math.min(length, buffered - from);
        System.arraycopy(buffer, from, into, at, part);
        position += part;
        return part;
    }

    /** Sees to it that the byte at the position is in the buffer; false at the end. */
    private boolean fill() throws IOException {
        if (position < bufferAt || position >= bufferAt + buffered) {
            bufferAt = position;
            buffered = Math.max(0, source.read(offset + position, buffer, 0, BUFFER));
        }
        return buffered > 0;
    }

    @Override
    public long skip(long count) {
        position += count;
        return count;
    }

    @Override
    public long getPosition() {
        return position;
    }

    @Override
    protected void seekHard(long to) {
        position = to;
    }

    @Override
    public boolean canSeekHard() {
        return false;
    }

    @Override
    public List<AudioTrackInfoProvider> getTrackInfoProviders() {
        return List.of();
    }
}
