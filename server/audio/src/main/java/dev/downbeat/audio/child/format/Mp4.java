package dev.downbeat.audio.child.format;

import dev.downbeat.audio.Refusal;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/** MP4 with AAC, whole or in fragments, its head first or last: taken apart by our own hand. */
final class Mp4 {
    private static final Set<String> NESTS =
            Set.of("moov", "mdia", "minf", "stbl", "edts", "mvex", "udta", "ilst");
    private static final Map<String, String> NAMES =
            Map.of("\u00A9nam", Tags.TITLE, "\u00A9ART", Tags.ARTIST, "\u00A9alb", Tags.ALBUM);
    private static final long MAX_HEAD = 64L << 20;
    private static final int MAX_BOXES = 20_000;
    private static final int MAX_DEPTH = 32;
    private static final int MAX_SAMPLE = 1 << 16;
    private static final int MAX_TEXT = 4096;
    private static final int SOME_FRAMES = 3;

    private final ByteSource source;
    private final Bytes bytes;
    private final Tags tags = new Tags();
    private final List<Mp4Track> tracks = new ArrayList<>();
    private long fragmentsAt = -1;
    private long sampleSizeByDefault;
    private int boxes;
    private int depth;
    private String tagName = "";
    private int primingByTag;

    private Mp4(ByteSource source) {
        this.source = source;
        this.bytes = new Bytes(source, 0);
    }

    static Sound open(ByteSource source) throws IOException {
        return new Mp4(source).open();
    }

    private Sound open() throws IOException {
        long limit = source.length() > 0 ? source.length() : Long.MAX_VALUE;
        Mp4Box box = Mp4Box.at(bytes, 0, limit);
        boolean hasHead = false;
        while (box != null && !(hasHead && fragmentsAt >= 0)) {
            if (box.type().equals("moov")) {
                refuseIfHuge(box);
                walk(box, null);
                hasHead = true;
                if (fragmentsAt < 0 && hasSamples()) {
                    break;
                }
            } else if (box.type().equals("moof")) {
                fragmentsAt = box.start();
            }
            count();
            box = Mp4Box.at(bytes, box.end(), limit);
        }
        if (!hasHead) {
            throw new MediaRefused(Refusal.UNFINISHED.code());
        }
        return sound();
    }

    private boolean hasSamples() {
        return tracks.stream().anyMatch(track -> track.isSound && track.seconds().isPresent());
    }

    private static void refuseIfHuge(Mp4Box moov) throws MediaRefused {
        if (moov.end() - moov.start() > MAX_HEAD) {
            throw new MediaRefused(Refusal.DAMAGED_AS.about("MP4"));
        }
    }

    private void walk(Mp4Box parent, @Nullable Mp4Track track) throws IOException {
        if (++depth > MAX_DEPTH) {
            throw new MediaRefused(Refusal.DAMAGED_AS.about("MP4"));
        }
        Mp4Box box = Mp4Box.at(bytes, parent.body(), parent.end());
        while (box != null) {
            count();
            if (box.end() > parent.end()) {
                throw new MediaRefused(Refusal.DAMAGED_AS.about("MP4"));
            }
            visit(box, track);
            box = Mp4Box.at(bytes, box.end(), parent.end());
        }
        depth--;
    }

    private void count() throws MediaRefused {
        if (++boxes > MAX_BOXES) {
            throw new MediaRefused(Refusal.DAMAGED_AS.about("MP4"));
        }
    }

    private void visit(Mp4Box box, @Nullable Mp4Track track) throws IOException {
        if (box.type().equals("trak")) {
            Mp4Track added = new Mp4Track();
            tracks.add(added);
            walk(box, added);
        } else if (box.type().equals("meta")) {
            walk(new Mp4Box("meta", box.start(), box.body() + 4, box.end()), track);
        } else if (isTag(box)) {
            tagName = NAMES.getOrDefault(box.type(), "");
            walk(box, track);
            tagName = "";
        } else if (NESTS.contains(box.type())) {
            walk(box, track);
        } else if (track != null) {
            track.take(box, bytes);
        } else if (box.type().equals("trex")) {
            bytes.seek(box.body() + 16);
            sampleSizeByDefault = bytes.u32();
        } else {
            text(box);
        }
    }

    private static boolean isTag(Mp4Box box) {
        return box.type().charAt(0) == '\u00A9' || box.type().equals("----");
    }

    /** The leaves of a tag: the name of a free one, and its value. */
    private void text(Mp4Box box) throws IOException {
        boolean isName = box.type().equals("name");
        int head = isName ? 4 : 8;
        long length = box.end() - box.body() - head;
        if (!(isName || box.type().equals("data")) || length <= 0) {
            return;
        }
        bytes.seek(box.body() + head);
        String value =
                new String(bytes.take((int) Math.min(length, MAX_TEXT)), StandardCharsets.UTF_8);
        if (isName) {
            tagName = value;
        } else {
            keep(value);
        }
    }

    private void keep(String value) {
        if (tagName.equals("iTunSMPB")) {
            primingByTag = priming(value);
        } else if (!tagName.isEmpty()) {
            tags.put(tagName, value);
        }
    }

    /** iTunes writes " 00000000 priming padding samples ...", in hexadecimal. */
    private static int priming(String value) {
        String[] words = value.strip().split(" +", -1);
        try {
            return words.length > 1 ? Math.clamp(Long.parseLong(words[1], 16), 0, 16_384) : 0;
        } catch (NumberFormatException _) {
            return 0;
        }
    }

    private Sound sound() throws IOException {
        Mp4Track track =
                tracks.stream()
                        .filter(candidate -> candidate.isSound)
                        .findFirst()
                        .orElseThrow(() -> new MediaRefused(Refusal.NO_SOUND_IN_IT.code()));
        byte[] configuration = track.aac();
        int rate = AacDecoding.sampleRate(configuration, firstFrames(track));
        OptionalDouble declared = fragmentsAt >= 0 ? OptionalDouble.empty() : track.seconds();
        return Sound.of(
                fragmentsAt >= 0 ? "m4a (fragmented)" : "m4a",
                rate,
                tags,
                declared,
                sink -> decode(track, configuration, rate, declared, sink));
    }

    private byte[][] firstFrames(Mp4Track track) throws IOException {
        List<byte[]> frames = new ArrayList<>();
        try {
            samples(
                    track,
                    frame -> {
                        frames.add(frame);
                        if (frames.size() == SOME_FRAMES) {
                            throw new Enough();
                        }
                    });
        } catch (Enough _) {
            // That many tell what the sound is like.
        }
        return frames.toArray(byte[][]::new);
    }

    private interface Frames {
        void take(byte[] frame);
    }

    private void samples(Mp4Track track, Frames frames) throws IOException {
        Bytes reader = new Bytes(source, 0);
        Mp4Track.Samples each =
                (offset, length) -> {
                    reader.seek(offset);
                    if (length > MAX_SAMPLE || !reader.has(length)) {
                        throw new MediaRefused(Refusal.CUT_OFF.code());
                    }
                    frames.take(reader.take(length));
                };
        if (fragmentsAt < 0) {
            track.samples(each);
        } else {
            new Mp4Fragments(bytes, track.id, sampleSizeByDefault).samples(fragmentsAt, each);
        }
    }

    private void decode(
            Mp4Track track,
            byte[] configuration,
            int rate,
            OptionalDouble declared,
            Sound.PcmSink sink)
            throws IOException {
        long start = start(track, rate);
        long keep =
                declared.isPresent() ? Math.round(declared.getAsDouble() * rate) : Long.MAX_VALUE;
        Sound.PcmSink trimmed = new Trim(sink, start, keep);
        try (AacDecoding decoding = new AacDecoding(configuration, trimmed)) {
            samples(track, decoding::add);
            decoding.end();
        }
    }

    /** Sample frames that an encoder put in front; ffmpeg takes them off whole files only. */
    private long start(Mp4Track track, int rate) {
        if (fragmentsAt >= 0) {
            return 0;
        }
        return track.editStart() > 0 ? track.editStart() * rate / track.timescale : primingByTag;
    }

    /** Ends a walk over samples early. */
    private static final class Enough extends RuntimeException {}
}
