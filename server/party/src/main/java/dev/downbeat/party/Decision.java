package dev.downbeat.party;

import java.util.List;

/** What follows from one input: events to make durable, then effects to run, in this order. */
public record Decision(List<PartyEvent> events, List<PartyEffect> effects) {
    public static final Decision NOTHING = new Decision(List.of(), List.of());

    public Decision {
        events = List.copyOf(events);
        effects = List.copyOf(effects);
    }
}
