package dev.downbeat.audio.child.format;

import com.sedmelluq.discord.lavaplayer.container.MediaContainer;
import com.sedmelluq.discord.lavaplayer.tools.Units;
import com.sedmelluq.discord.lavaplayer.track.AudioTrackInfo;

import java.io.IOException;
import java.util.OptionalDouble;

/** WebM and Matroska with Opus, Vorbis or AAC, by Lavaplayer. */
final class Matroska {
    private static final int RATE = 48_000;

    private Matroska() {}

    static Sound open(ByteSource source, byte[] head) throws IOException {
        LavaplayerDecoder decoder =
                new LavaplayerDecoder(MediaContainer.MKV, source, 0, RATE, "matroska/webm");
        AudioTrackInfo info = decoder.info();
        Tags tags = new Tags();
        tags.put(Tags.TITLE, known(info.title));
        tags.put(Tags.ARTIST, known(info.author));
        OptionalDouble seconds =
                info.length > 0 && info.length != Units.DURATION_MS_UNKNOWN
                        ? OptionalDouble.of(info.length / 1000.0)
                        : OptionalDouble.empty();
        int skip = skip(head);
        return Sound.of(
                "matroska/webm",
                RATE,
                tags,
                seconds,
                sink -> decoder.decode(new Trim(sink, skip, Long.MAX_VALUE)));
    }

    private static int skip(byte[] head) {
        int opus = Formats.find(head, "OpusHead");
        if (opus >= 0) {
            return Formats.at(head, opus + 10) | Formats.at(head, opus + 11) << 8;
        }
        return Formats.find(head, "A_AAC") >= 0 ? AacDecoding.limiterDelay(RATE) : 0;
    }

    /** Lavaplayer says these words where the file says nothing. */
    private static String known(String text) {
        return text.equals("Unknown title") || text.equals("Unknown artist") ? "" : text;
    }
}
