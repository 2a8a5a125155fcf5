package dev.downbeat.party;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;

/** What must hold of every single step of every party. */
record StepRules(PartyView before, PartyInput input, Decision decision, PartyView after) {

    void check() {
        assertEquals(before.host(), after.host(), "one host at a time");
        assertTrue(after.revision() >= before.revision());
        assertTrue(after.ended() || !before.ended(), "ended stays ended");
        peopleKeepTheirPause();
        presenceIsInaudible();
        listsAreSound();
    }

    private void peopleKeepTheirPause() {
        boolean isHeld =
                before.timeline() instanceof Timeline.Paused paused && !paused.by().mayPlayerEnd();
        if (isHeld && !isPersonsAct()) {
            Timeline.Paused still = (Timeline.Paused) after.timeline();
            assertEquals(((Timeline.Paused) before.timeline()).by(), still.by());
        }
    }

    private boolean isPersonsAct() {
        return input instanceof PartyInput.Asked asked
                && switch (asked.wish()) {
                    case Wish.Resume _ -> true;
                    case Wish.Skip _ -> true;
                    case Wish.Previous _ -> true;
                    case Wish.Stop _ -> true;
                    case Wish.End _ -> true;
                    case Wish.Play _ -> false;
                    case Wish.Pause _ -> false;
                    case Wish.Seek _ -> false;
                    case Wish.SeekBy _ -> false;
                    case Wish.Remove _ -> false;
                    case Wish.Move _ -> false;
                    case Wish.SetMode _ -> false;
                    case Wish.Attach _ -> false;
                    case Wish.Detach _ -> false;
                    case Wish.Silence _ -> false;
                    case Wish.Grant _ -> false;
                    case Wish.Clear _ -> false;
                    case Wish.ClearOf _ -> false;
                    case Wish.Shuffle _ -> false;
                    case Wish.Undo _ -> false;
                    case Wish.Withdraw _ -> false;
                };
    }

    private void presenceIsInaudible() {
        boolean isPresence =
                decision.events().stream()
                        .anyMatch(event ->
                                event instanceof PartyEvent.HostLost
                                        || event instanceof PartyEvent.HostLeft);
        if (isPresence && decision.events().size() == 1) {
            assertTrue(
                    decision.effects().stream().allMatch(PartyEffect.Prepare.class::isInstance),
                    () -> "losing the host is not heard: " + decision.effects());
            assertEquals(before.timeline(), after.timeline());
        }
        if (input instanceof PartyInput.Hears) {
            assertTrue(
                    before.timeline().equals(after.timeline())
                            || !before.audience().polls().isEmpty(),
                    "coming and going is heard only where it carries a vote");
        }
        if (input instanceof PartyInput.Gone || input instanceof PartyInput.Alive) {
            boolean isReturn =
                    before.hostLink() != HostLink.PRESENT || input instanceof PartyInput.Gone;
            assertTrue(
                    !isReturn
                            || decision.events().size() != 1
                            || before.timeline().equals(after.timeline()));
        }
    }

    private void listsAreSound() {
        List<ItemId> ids = after.queue().stream().map(QueueItem::id).toList();
        assertEquals(ids.size(), new HashSet<>(ids).size(), "an item stands once");
        assertTrue(after.played().size() <= History.LIMIT);
        assertTrue(after.places().size() <= Limits.PLACES);
        assertTrue(
                after.audience().listeners().stream()
                        .allMatch(listener -> after.places().contains(listener.at())),
                "nobody hears the party where it is not");
        assertTrue(
                Timelines.track(before.timeline()).equals(Timelines.track(after.timeline()))
                        || after.audience().polls().isEmpty()
                        || input instanceof PartyInput.Asked,
                "votes die with the track");
    }
}
