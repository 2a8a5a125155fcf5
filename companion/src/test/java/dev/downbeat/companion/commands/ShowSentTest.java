package dev.downbeat.companion.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.downbeat.companion.control.Door;
import dev.downbeat.companion.sync.SentLog;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;

class ShowSentTest extends Shell {
    private String shown(boolean follows) throws IOException {
        new SentLog(folders.state(), () -> Instant.EPOCH).sent("before");
        Files.createDirectories(folders.runtime());
        try (Door _ = Door.open(folders.socket(), (_, answer) -> answer.println("live"))) {
            int _ = new ShowSent(follows).run(desk());
        }
        return out();
    }

    @Test
    void inATerminalWhatGoesOutFollowsWhatIsRecorded() throws IOException {
        assertEquals("1970-01-01T00:00:00Z before\nlive", shown(true));
    }

    @Test
    void inAPipeItEndsWithWhatIsRecorded() throws IOException {
        assertEquals("1970-01-01T00:00:00Z before", shown(false));
        assertEquals("Handed out for sending, whether it arrived or not; the oldest first:", err());
    }
}
