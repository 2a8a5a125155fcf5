package dev.downbeat.party;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** A party whose every step is checked against what must hold of all parties. */
final class CheckedParty {
    private record Key(SeatId who, WishId id) {}

    private final List<PartyEvent> log = new ArrayList<>();
    private final Map<Key, PartyInput.Asked> asked = new LinkedHashMap<>();
    private final Map<Key, Outcome> decided = new HashMap<>();
    private final Map<Key, Outcome> answered = new HashMap<>();
    private final Map<Long, PartyView> shown = new HashMap<>();
    private Party party;

    /** Rebuilt at some moment, told the same since: must decide the same for ever. */
    private Party shadow;

    /** The sound side as the effects left it; 0 for silence. */
    private long sounding;

    private long lastGeneration;
    private int idleWakes;
    private int steps;

    CheckedParty(Mode mode, Instant now) {
        log.add(Party.start(new PartyId("p"), "party", Stageplay.HOST, mode, now));
        party = Party.from(log);
        shadow = Party.from(log);
    }

    Instant wakeAt() {
        return party.wakeAt();
    }

    List<PartyEffect> send(PartyInput input, Instant now) {
        boolean isLookedAtClosely = steps++ % 16 == 0;
        List<PartyEvent> snapshot = isLookedAtClosely ? party.snapshot() : List.of();
        PartyView before = party.view();
        Decision decision = party.decide(input, now);
        if (isLookedAtClosely) {
            assertEquals(snapshot, party.snapshot(), "deciding changes nothing");
        }
        assertEquals(decision, shadow.decide(input, now), "a rebuilt party decides the same");
        if (input instanceof PartyInput.Asked wish) {
            asked.putIfAbsent(new Key(wish.who(), wish.id()), wish);
        }
        decision.events().forEach(this::apply);
        new StepRules(before, input, decision, party.view()).check();
        checkProgress(input, decision);
        checkEnded(before, decision);
        decision.effects().forEach(this::heard);
        checkSound(input);
        return decision.effects();
    }

    private void apply(PartyEvent event) {
        PartyView before = party.view();
        party.apply(event);
        shadow.apply(event);
        log.add(event);
        PartyView after = party.view();
        boolean isSame = withRevision(before, 0).equals(withRevision(after, 0));
        assertEquals(
                isSame ? before.revision() : before.revision() + 1,
                after.revision(),
                "one revision for one visible change");
        assertEquals(after, shown.computeIfAbsent(after.revision(), _ -> after));
        if (event instanceof PartyEvent.WishAnswered(var who, var id, var outcome, _)) {
            decide(new Key(who, id), outcome);
        } else if (event instanceof PartyEvent.WishRefused(var who, var id, var outcome, _)) {
            decide(new Key(who, id), outcome);
        }
    }

    private void decide(Key wish, Outcome outcome) {
        assertEquals(null, decided.putIfAbsent(wish, outcome), "a wish is decided once");
    }

    private static PartyView withRevision(PartyView view, long revision) {
        return new PartyView(
                view.id(),
                revision,
                view.name(),
                view.host(),
                view.hostLink(),
                view.autopilot(),
                view.mode(),
                view.timeline(),
                view.search(),
                view.queue(),
                view.played(),
                view.places(),
                view.prospect(),
                view.audience(),
                view.crew(),
                view.ended());
    }

    private void checkProgress(PartyInput input, Decision decision) {
        boolean isIdle =
                input instanceof PartyInput.TimePassed && decision.equals(Decision.NOTHING);
        idleWakes = isIdle ? idleWakes + 1 : 0;
        assertTrue(idleWakes < 5, "the party must not wake for nothing");
    }

    private static void checkEnded(PartyView before, Decision decision) {
        if (before.ended()) {
            assertEquals(List.of(), decision.events());
            assertTrue(decision.effects().stream().allMatch(PartyEffect.Answer.class::isInstance));
        }
    }

    private void heard(PartyEffect effect) {
        if (effect instanceof PartyEffect.Play play) {
            assertTrue(play.id().value() > lastGeneration, "generations grow");
            assertTrue(!play.from().isNegative(), "nothing sounds before its start");
            lastGeneration = play.id().value();
            sounding = lastGeneration;
        } else if (effect instanceof PartyEffect.Stop stop) {
            assertTrue(stop.id().value() > lastGeneration, "generations grow");
            lastGeneration = stop.id().value();
            sounding = 0;
        } else if (effect instanceof PartyEffect.Answer answer) {
            Key key = new Key(answer.who(), answer.id());
            Outcome first = answered.computeIfAbsent(key, _ -> answer.outcome());
            assertEquals(first, answer.outcome(), "every answer to a wish is the same");
        }
    }

    private void checkSound(PartyInput input) {
        if (input instanceof PartyInput.Ended ended && ended.what().value() == sounding) {
            sounding = 0;
        }
        long wanted =
                switch (party.view().timeline()) {
                    case Timeline.Playing playing -> playing.id().value();
                    case Timeline.Buffering buffering -> buffering.id().value();
                    case Timeline.Silent _ -> 0;
                    case Timeline.Paused _ -> 0;
                };
        assertEquals(wanted, sounding, "the sound is what the timeline says");
    }

    /** Some wish that was asked before. */
    Optional<PartyInput> anyWish(Random random) {
        List<PartyInput.Asked> all = List.copyOf(asked.values());
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
    }

    private Party rebuilt(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> Party.from(log);
            case 1 -> Party.from(party.snapshot());
            default -> {
                int cut = 1 + random.nextInt(log.size());
                List<PartyEvent> later =
                        new ArrayList<>(Party.from(log.subList(0, cut)).snapshot());
                later.addAll(log.subList(cut, log.size()));
                yield Party.from(later);
            }
        };
    }

    /** Only while nobody was killed, since an unresumed party would be more impatient. */
    void restoreShadow(Random random) {
        Party again = rebuilt(random);
        assertEquals(party.snapshot(), again.snapshot(), "a log gives the same party again");
        assertEquals(party.view(), again.view());
        List<PartyEvent> lasting =
                log.stream().filter(event -> !(event instanceof PartyEvent.Passing)).toList();
        assertEquals(party.view(), Party.from(lasting).view(), "passing events show nothing");
        if (!resumed) {
            shadow = again;
        }
    }

    private boolean resumed;

    List<PartyEffect> kill(Random random, Instant now) {
        resumed = true;
        PartyView before = party.view();
        party = rebuilt(random);
        shadow = rebuilt(random);
        assertEquals(before, party.view());
        sounding = 0;
        List<PartyEffect> owed = party.resume(now);
        assertEquals(owed, shadow.resume(now));
        if (before.ended()) {
            assertEquals(List.of(), owed);
        }
        owed.forEach(this::owed);
        if (before.timeline() instanceof Timeline.Playing playing && sounding == 0) {
            sounding = playing.id().value();
            assertTrue(!wakeAt().isAfter(now.plusMillis(60)), "an ended track is over at once");
        }
        return owed;
    }

    private void owed(PartyEffect effect) {
        if (effect instanceof PartyEffect.Play play) {
            sounding = play.id().value();
        } else {
            heard(effect);
        }
    }

    Set<Class<?>> kinds() {
        return log.stream().<Class<?>>map(PartyEvent::getClass).collect(Collectors.toSet());
    }

    void checkAllAnswered(Instant now) {
        asked.forEach((key, wish) ->
                assertTrue(answered.containsKey(key), () -> "never answered: " + wish));
        assertTrue(Duration.between(Stageplay.START, now).toMinutes() < 60);
    }
}
