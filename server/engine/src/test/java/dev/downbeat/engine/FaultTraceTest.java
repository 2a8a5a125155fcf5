package dev.downbeat.engine;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class FaultTraceTest {
    @Test
    void kindsAndPlacesAreToldButNoMessage() {
        var cause = new IllegalArgumentException("arguments:{secret}");
        String line = FaultTrace.of(new IllegalStateException("Secret Title", cause));

        assertTrue(line.contains("IllegalStateException at FaultTraceTest.java:"), line);
        assertTrue(line.contains(" because java.lang.IllegalArgumentException"), line);
        assertFalse(line.contains("ecret"), line);
    }
}
