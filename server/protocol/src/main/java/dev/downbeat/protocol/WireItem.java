package dev.downbeat.protocol;

/** One waiting track. {@code by} is the asking seat. */
public record WireItem(long item, WireTrack track, String by, String source, String why) {
    public WireItem {
        track = WireTrack.orUnknown(track);
        by = Words.orEmpty(by);
        source = Words.orEmpty(source);
        why = Words.orEmpty(why);
    }
}
