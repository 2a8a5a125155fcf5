package dev.downbeat.audio;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Why a medium cannot be heard, as a stable code: the words for it are chosen where people read
 * them, in their language.
 */
public enum Refusal {
    FILE_EMPTY,
    /** Nothing that is played here begins like this. */
    NO_MUSIC_FILE,
    NO_SOUND_IN_IT,
    NO_SOUND_CAME,
    CUT_OFF,
    /** An MP4 without its head. */
    UNFINISHED,
    /** About the seconds it says and the seconds that came. */
    LENGTH_WRONG,
    DAMAGED,
    /** About the format, for example {@code FLAC}. */
    DAMAGED_AS,
    /** About the format or the codec. */
    CODING_UNKNOWN,
    RATE_CHANGES,
    /** About the limit in MB. */
    FILE_TOO_LARGE,
    /** About the limit in hours. */
    SOUND_TOO_LONG,
    TOO_SLOW,
    TOO_MUCH_MEMORY,
    DECODER_STOPPED,
    DECODER_FAILED,
    DECODERS_BUSY,
    BYTES_STOPPED,
    BYTES_LOST,
    NOT_ENCODED,
    /** The server's own: it cannot write there. */
    FOLDER_LOST,
    /** The server's own: the rest of its disk is kept for the database. */
    DISK_FULL,
    STOPPING,
    SERVER_FAULT;

    /** Stable, for programs. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it says nothing about the medium, which may be tried again. */
    public static boolean isOfTheServer(String reason) {
        return reason.equals(FOLDER_LOST.code())
                || reason.equals(DISK_FULL.code())
                || reason.equals(DECODERS_BUSY.code())
                || reason.equals(STOPPING.code());
    }

    /** Longer than anything that is played. */
    public static String tooLarge() {
        return FILE_TOO_LARGE.about(MediaStream.MOST_BYTES >> 20);
    }

    /** The code and what it is about, each a word without blanks, with one blank between. */
    public String about(Object... what) {
        return code()
                + Arrays.stream(what)
                        .map(it -> " " + String.valueOf(it).replaceAll("\\s+", "_"))
                        .collect(Collectors.joining());
    }
}
