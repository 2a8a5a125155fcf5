package dev.downbeat.companion.hosting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.downbeat.companion.words.Text;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Optional;

class MissingTrackTest {
    private final MissingTrack missing = new MissingTrack();

    private static HostStatus status(String title, String search, boolean uploads, int folders) {
        return new HostStatus(
                "https://party.example",
                "Mila",
                true,
                1,
                "mpv",
                "local player",
                "playing",
                title,
                "Kino",
                "Friday",
                "silent",
                "follow",
                search,
                uploads,
                folders,
                0);
    }

    private static HostStatus lacking(String title, boolean uploads, int folders) {
        return status(title, HostStatus.NOT_FOUND, uploads, folders);
    }

    @ParameterizedTest
    @CsvSource({
        "false, 0, NEXT_BOTH",
        "false, 2, NEXT_UPLOADS",
        "true, 0, NEXT_FOLDERS",
        "true, 2, NEXT_CHECK_FOLDERS",
    })
    void theNextStepIsSaid(boolean uploads, int folders, Text step) {
        assertEquals(Optional.of(step), missing.news(lacking("Peremen", uploads, folders)));
    }

    @Test
    void aReasonIsSaidOnceAndNotForEachTrack() {
        assertEquals(Optional.of(Text.NEXT_BOTH), missing.news(lacking("Peremen", false, 0)));

        assertEquals(Optional.empty(), missing.news(lacking("Peremen", false, 0)));
        assertEquals(Optional.empty(), missing.news(lacking("Spokoinaya", false, 0)));
        assertEquals(Optional.of(Text.NEXT_FOLDERS), missing.news(lacking("Kukushka", true, 0)));
    }

    @Test
    void aTrackThatIsFoundNeedsNothing() {
        assertEquals(Optional.empty(), missing.news(status("Peremen", "", false, 0)));
    }
}
