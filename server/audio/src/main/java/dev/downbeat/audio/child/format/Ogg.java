package dev.downbeat.audio.child.format;

import com.sedmelluq.discord.lavaplayer.container.MediaContainer;

import dev.downbeat.audio.Refusal;

import java.io.IOException;
import java.util.OptionalDouble;

/** Ogg with Opus, Vorbis or FLAC: Lavaplayer for the sound, our own look at head and last page. */
final class Ogg {
    private static final int OPUS_RATE = 48_000;
    private static final int TAIL = 1 << 17;
    private static final int PAGE_HEAD = 27;
    private static final int LONG_BEFORE_START_SECONDS = 10;

    private final ByteSource source;
    private final byte[] head;
    private final Tags tags = new Tags();
    private int rate;
    private int preSkip;

    private Ogg(ByteSource source, byte[] head) {
        this.source = source;
        this.head = head;
    }

    static Sound open(ByteSource source, byte[] head) throws IOException {
        return new Ogg(source, head).sound();
    }

    private Sound sound() throws IOException {
        String name = readHead();
        OptionalDouble seconds = source.length() > 0 ? declared() : OptionalDouble.empty();
        LavaplayerDecoder decoder =
                new LavaplayerDecoder(MediaContainer.OGG, source, 0, rate, name);
        long keep = seconds.isPresent() ? Math.round(seconds.getAsDouble() * rate) : Long.MAX_VALUE;
        return Sound.of(
                name, rate, tags, seconds, sink -> decoder.decode(new Trim(sink, preSkip, keep)));
    }

    private String readHead() throws IOException {
        int opus = Formats.find(head, "OpusHead");
        int vorbis = Formats.find(head, "\u0001vorbis");
        int flac = Formats.find(head, "fLaC");
        if (opus >= 0) {
            rate = OPUS_RATE;
            preSkip = Formats.at(head, opus + 10) | Formats.at(head, opus + 11) << 8;
            comments("OpusTags");
            return "ogg/opus";
        }
        if (vorbis >= 0) {
            rate = (int) little(head, vorbis + 12, 4);
            comments("\u0003vorbis");
            return checked("ogg/vorbis");
        }
        if (flac >= 0) {
            rate =
                    Formats.at(head, flac + 18) << 12
                            | Formats.at(head, flac + 19) << 4
                            | Formats.at(head, flac + 20) >> 4;
            return checked("ogg/flac");
        }
        throw new MediaRefused(Refusal.CODING_UNKNOWN.about("Ogg"));
    }

    private String checked(String name) throws MediaRefused {
        if (rate < 4000 || rate > 192_000) {
            throw new MediaRefused(Refusal.DAMAGED_AS.about("Ogg"));
        }
        return name;
    }

    private void comments(String mark) {
        int at = Formats.find(head, mark);
        if (at >= 0) {
            VorbisComment.read(head, at + mark.length(), tags);
        }
    }

    /** By the last page's position; empty where a chain of streams makes that meaningless. */
    private OptionalDouble declared() throws IOException {
        long tailAt = Math.max(0, source.length() - TAIL);
        Bytes bytes = new Bytes(source, tailAt);
        byte[] tail = bytes.take((int) (source.length() - tailAt));
        int page = lastPage(tail);
        if (page < 0) {
            return OptionalDouble.empty();
        }
        long last = little(tail, page + 6, 8);
        boolean sameStream = little(tail, page + 14, 4) == little(head, 14, 4);
        if (!sameStream
                || last <= preSkip
                || firstPosition() > LONG_BEFORE_START_SECONDS * (long) rate) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of((double) (last - preSkip) / rate);
    }

    private static int lastPage(byte[] tail) throws MediaRefused {
        int found = -1;
        for (int at = tail.length - PAGE_HEAD; at >= 0 && found < 0; at--) {
            if (Formats.starts(tail, at, "OggS")) {
                refuseIfCut(tail, at);
                found = little(tail, at + 6, 8) == -1 ? -1 : at;
            }
        }
        return found;
    }

    private static void refuseIfCut(byte[] tail, int page) throws MediaRefused {
        int segments = Formats.at(tail, page + 26);
        int length = PAGE_HEAD + segments;
        for (int i = 0; i < segments; i++) {
            length += Math.max(0, Formats.at(tail, page + PAGE_HEAD + i));
        }
        if (page + length > tail.length) {
            throw new MediaRefused(Refusal.CUT_OFF.code());
        }
    }

    /** Position at the end of the first page with sound: large in pieces cut from a stream. */
    private long firstPosition() {
        for (int at = 0; at + PAGE_HEAD < head.length; at++) {
            if (Formats.starts(head, at, "OggS") && little(head, at + 6, 8) > 0) {
                return little(head, at + 6, 8);
            }
        }
        return 0;
    }

    private static long little(byte[] bytes, int at, int count) {
        long value = 0;
        for (int i = count - 1; i >= 0; i--) {
            value = value << 8 | (Formats.at(bytes, at + i) & 0xFF);
        }
        return value;
    }
}
