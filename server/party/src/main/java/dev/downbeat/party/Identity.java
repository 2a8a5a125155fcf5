package dev.downbeat.party;

/** When two readings mean the same track: never by the player's own track id. */
final class Identity {
    private Identity() {}

    static boolean same(TrackRequest.Seen one, TrackRequest.Seen other) {
        return one.title().equals(other.title())
                && one.artist().equals(other.artist())
                && one.album().equals(other.album())
                && seconds(one) == seconds(other);
    }

    private static long seconds(TrackRequest.Seen seen) {
        return Math.floorDiv(Limits.clamped(seen.duration()).toMillis() + 500, 1_000);
    }

    static boolean isOf(Lead lead, TrackRequest.Seen seen) {
        return switch (lead) {
            case Lead.Nothing _ -> false;
            case Lead.Asked asked -> same(asked.what(), seen);
            case Lead.Matched matched -> same(matched.what(), seen);
            case Lead.Missing missing -> same(missing.what(), seen);
            case Lead.Aside aside -> same(aside.what(), seen);
            case Lead.Finished finished -> same(finished.what(), seen);
        };
    }
}
