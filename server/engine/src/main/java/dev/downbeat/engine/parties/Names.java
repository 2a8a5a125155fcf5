package dev.downbeat.engine.parties;

import dev.downbeat.party.PartyEvent;
import dev.downbeat.party.PartyInput;

import java.util.List;
import java.util.stream.Collectors;

/** What things are called in the log: kinds only, never what they hold. */
final class Names {
    private Names() {}

    static String of(PartyInput input) {
        return input instanceof PartyInput.Asked(_, _, var wish)
                ? "Asked " + of((Object) wish)
                : of((Object) input);
    }

    static String of(Object thing) {
        return thing.getClass().getSimpleName();
    }

    static String of(List<PartyEvent> events) {
        return events.stream().map(Names::of).collect(Collectors.joining(", "));
    }
}
