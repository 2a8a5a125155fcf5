package dev.downbeat.bot;

import java.util.Objects;

/** Which Downbeat this is: from the jar's manifest, or "development" when run from classes. */
final class Version {
    private Version() {}

    static String text() {
        return Objects.requireNonNullElse(
                Version.class.getPackage().getImplementationVersion(), "development");
    }
}
