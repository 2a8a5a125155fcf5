package dev.downbeat.audio.child.format;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What a file says of itself, by upper-case field name; the first value of a name wins. At most 64
 * fields of at most 1,000 characters are kept: more is not needed and might be meant to hurt.
 */
public final class Tags {
    static final String TITLE = "TITLE";
    static final String ARTIST = "ARTIST";
    static final String ALBUM = "ALBUM";

    private static final int MAX_FIELDS = 64;
    private static final int MAX_CHARACTERS = 1_000;

    /** ReplayGain 2 brings to -18 LUFS, R128 tags of Opus to -23. */
    private static final double REPLAY_GAIN_LUFS = -18;

    private static final double R128_LUFS = -23;

    private final Map<String, String> fields = new HashMap<>();

    void put(String name, String value) {
        String text = value.strip();
        if (!text.isEmpty() && fields.size() < MAX_FIELDS) {
            int end = Math.min(text.length(), MAX_CHARACTERS);
            if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
                end--;
            }
            fields.putIfAbsent(name.toUpperCase(Locale.ROOT), text.substring(0, end));
        }
    }

    public String title() {
        return fields.getOrDefault(TITLE, "");
    }

    public String artist() {
        return fields.getOrDefault(ARTIST, "");
    }

    public String album() {
        return fields.getOrDefault(ALBUM, "");
    }

    /** The loudness that the file's own gain tag implies, in LUFS. */
    public OptionalDouble loudness() {
        String r128 = fields.get("R128_TRACK_GAIN");
        if (r128 != null) {
            return ofGain(number(r128) / 256, R128_LUFS);
        }
        return ofGain(number(fields.getOrDefault("REPLAYGAIN_TRACK_GAIN", "")), REPLAY_GAIN_LUFS);
    }

    /** The highest sample that the file names, 0 to 1 (a little above where it is clipped). */
    public OptionalDouble peak() {
        double peak = number(fields.getOrDefault("REPLAYGAIN_TRACK_PEAK", ""));
        return peak > 0 && peak < 8 ? OptionalDouble.of(peak) : OptionalDouble.empty();
    }

    private static OptionalDouble ofGain(double gain, double reference) {
        boolean believable = gain >= -60 && gain <= 60;
        return believable ? OptionalDouble.of(reference - gain) : OptionalDouble.empty();
    }

    private static double number(String text) {
        String digits = text.toLowerCase(Locale.ROOT).replace("db", "").strip();
        try {
            return Double.parseDouble(digits);
        } catch (NumberFormatException _) {
            return Double.NaN;
        }
    }
}
