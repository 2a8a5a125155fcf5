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
    private final ByteSource source;
    private final long offset;
    private long position;

    LavaplayerStream(ByteSource source, long offset) {
        super(Units.CONTENT_LENGTH_UNKNOWN, 0);
        this.source = source;
        this.offset = offset;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int at, int length) throws IOException {
        int read = source.read(offset + position, into, at, length);
        position += Math.max(0, read);
        return read;
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
