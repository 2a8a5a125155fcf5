package dev.downbeat.companion.hosting;

import dev.downbeat.companion.words.Text;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What the host can do for a track that no source has; each advice is news once. One thread. */
public final class MissingTrack {
    private final Set<Text> told = EnumSet.noneOf(Text.class);

    /** What to say now; empty while nothing lacks, or when it was said before. */
    Optional<Text> news(HostStatus status) {
        if (!status.lacksTheTrack()) {
            return Optional.empty();
        }
        Text step = nextStep(status);
        return told.add(step) ? Optional.of(step) : Optional.empty();
    }

    /** The next step towards sending its file. */
    public static Text nextStep(HostStatus status) {
        if (status.folders() > 0) {
            return status.uploads() ? Text.NEXT_CHECK_FOLDERS : Text.NEXT_UPLOADS;
        }
        return status.uploads() ? Text.NEXT_FOLDERS : Text.NEXT_BOTH;
    }
}
