package dev.downbeat.engine.reasons;

import java.util.Locale;

/**
 * Why a source cannot give a track, as a stable code; those of the audio side are in {@code
 * Refusal}. The words for both are in {@link ReasonWords}.
 */
public enum Reason {
    /** About the most characters. */
    LINK_TOO_LONG,
    LINK_NOT_ONE,
    /** Neither http nor https. */
    LINK_SCHEME,
    LINK_USER,
    LINK_PORT,
    LINK_HOST,
    LINK_HOST_UNKNOWN,
    LINK_PRIVATE,
    LINK_CIRCLES,
    LINK_LEADS_TOO_LONG,
    LINK_LEADS_TO_NONE,
    LINK_SLOW,
    LINK_UNREACHABLE,
    LINK_NOT_HTTP,
    LINK_HEAD_TOO_LONG,
    LINK_FORM_UNKNOWN,
    /** About the HTTP status. */
    LINK_STATUS,
    LINK_PLAYLIST,
    LINK_RADIO,
    LINK_PAGE,
    LINK_EMPTY,
    /** About the limit in MB. */
    LINK_TOO_LARGE,
    LINK_ENDLESS,
    LINK_OTHER_FILE,
    LINK_BROKE,
    /** About how often. */
    LINK_BREAKS,
    LIBRARY_GONE,
    LIBRARY_UNREADABLE,
    /** Too many files wait to be read. */
    LIBRARY_BUSY,
    /** After a start: not every file has been looked into. */
    LIBRARY_READING,
    UPLOAD_BROKE_OFF,
    UPLOAD_GONE,
    SOURCE_GONE,
    /** The sources themselves, by their names. */
    SOURCE_LIBRARY,
    SOURCE_LINK,
    SOURCE_HOST_FILE;

    private static final String SOURCE = "source_";

    /** Stable, for programs. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The code and what it is about: a number, or a word without blanks. */
    public String about(Object what) {
        return code() + " " + what;
    }

    /** The code that names a source, also one that has no words here. */
    public static String source(String name) {
        return SOURCE + name.replace('-', '_');
    }
}
