package dev.downbeat.demo;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.downbeat.companion.hosting.HostStatus;

import org.junit.jupiter.api.Test;

final class LocalPartyTest {
    private static HostStatus status(boolean online, String state, String mode) {
        return new HostStatus(
                "s",
                "Mira",
                online,
                1,
                "Demo",
                "local player",
                "playing",
                "Count Me In",
                "The Metronomes",
                "Party",
                state,
                mode,
                "",
                false,
                0,
                0);
    }

    @Test
    void aPartyOfTheQueueDoesNotFollowThePlayer() {
        assertFalse(LocalParty.follows(status(true, "playing", HostStatus.QUEUE)));
        assertTrue(LocalParty.follows(status(true, "playing", "follow")));
    }

    @Test
    void withoutAPartyOfItsHostNothingFollowsThePlayer() {
        assertFalse(LocalParty.follows(status(true, "", "")));
    }

    @Test
    void aCompanionWithoutAServerCannotTell() {
        assertTrue(LocalParty.follows(status(false, "", "")));
    }
}
