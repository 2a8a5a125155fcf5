package dev.downbeat.party;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.HashSet;
import java.util.Set;

/**
 * Many random lives. {@code -Ddownbeat.histories=10000} for more of them, {@code -Ddownbeat.seed=n}
 * for one that failed.
 */
final class SimulationTest {
    @Test
    void everyRuleHoldsInEveryHistory() {
        long only = Long.getLong("downbeat.seed", -1);
        if (only >= 0) {
            live(only);
            return;
        }
        Set<Class<?>> seen = new HashSet<>();
        for (long seed = 0; seed < Long.getLong("downbeat.histories", 1_000); seed++) {
            seen.addAll(live(seed));
        }
        assertEquals(everyKind(), seen, "the histories must reach everything that can happen");
    }

    private static Set<Class<?>> everyKind() {
        Set<Class<?>> kinds = new HashSet<>(Set.of(PartyEvent.class.getPermittedSubclasses()));
        kinds.addAll(Set.of(PartyEvent.Passing.class.getPermittedSubclasses()));
        kinds.removeAll(Set.of(PartyEvent.Passing.class, PartyEvent.Restored.class));
        return kinds;
    }

    private static Set<Class<?>> live(long seed) {
        try {
            return new RandomHistory(seed).run();
        } catch (RuntimeException | AssertionError failure) {
            System.err.println("failing seed: " + seed);
            throw new AssertionError("seed " + seed + ": " + failure, failure);
        }
    }
}
