package dev.downbeat.bot;

import java.util.List;

/** The settings cannot be used; every fault is named, with what would help. */
public final class BadSettings extends RuntimeException {
    private final List<String> faults;

    BadSettings(List<String> faults) {
        super(String.join(System.lineSeparator(), faults));
        this.faults = List.copyOf(faults);
    }

    public List<String> faults() {
        return faults;
    }
}
