package dev.downbeat.companion.detectors;

import dev.downbeat.companion.Monotonic;
import dev.downbeat.companion.detectors.mpris.MprisDetector;

import java.util.List;
import java.util.Map;

/** Every detector of this companion; a new one is one more line. */
public final class Detectors {
    private Detectors() {}

    /**
     * @param environment the process's environment variables
     */
    public static List<Detector> all(Monotonic clock, Map<String, String> environment) {
        return List.of(new MprisDetector(clock, environment));
    }
}
