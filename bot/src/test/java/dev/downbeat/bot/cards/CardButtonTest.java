package dev.downbeat.bot.cards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.downbeat.bot.cards.CardButton.Action;
import dev.downbeat.party.HostLink;
import dev.downbeat.party.PartyView;
import dev.downbeat.party.Prospect;
import dev.downbeat.party.Search;
import dev.downbeat.party.Timeline;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

class CardButtonTest {
    @Test
    void aCustomIdSaysAllAndFits() {
        PartyView view = Views.view(Long.MAX_VALUE, Views.playing("One"));
        for (Action action : Action.values()) {
            CardButton button = new CardButton(view.id(), action, view.revision());

            assertTrue(button.customId().length() <= 100, button.customId());
            assertEquals(Optional.of(button), CardButton.parse(button.customId()));
        }
    }

    @Test
    void whatIsNotOursIsNotUnderstood() {
        for (String id : List.of("", "downbeat:fly:1:a", "downbeat:skip:x:a", "other:skip:1:a")) {
            assertEquals(Optional.empty(), CardButton.parse(id), id);
        }
    }

    @Test
    void onlyWhatMakesSenseIsOffered() {
        assertEquals(
                List.of(
                        List.of(Action.PAUSE, Action.SKIP, Action.STOP),
                        List.of(Action.QUEUE, Action.LINK)),
                CardButton.rows(Views.view(1, Views.playing("One"))));
        assertEquals(
                List.of(List.of(Action.QUEUE, Action.LINK)),
                CardButton.rows(Views.view(1, new Timeline.Silent())));
        assertEquals(
                List.of(),
                CardButton.rows(
                        Views.view(
                                1,
                                new Timeline.Silent(),
                                new Search.Idle(),
                                0,
                                Views.Running.OVER)));
    }

    @Test
    void outOfSilenceThereIsAButtonToGoOnWhereThereIsSomethingToGoOnWith() {
        List<Action> queued =
                CardButton.rows(
                                Views.view(
                                        1,
                                        new Timeline.Silent(),
                                        new Search.Idle(),
                                        2,
                                        Views.Running.ON))
                        .getFirst();

        assertEquals(List.of(Action.RESUME, Action.SKIP), queued);
        assertEquals(
                List.of(Action.RESUME),
                CardButton.rows(
                                Views.following(
                                        HostLink.PRESENT,
                                        0,
                                        new Prospect(true, false, false, false, false, false)))
                        .getFirst());
    }

    @Test
    void outOfSilenceNoButtonIsOfferedThatCanDoNothing() {
        for (HostLink link : HostLink.values()) {
            assertEquals(
                    List.of(List.of(Action.QUEUE, Action.LINK)),
                    CardButton.rows(Views.following(link)),
                    link.name());
        }
    }

    @Test
    void goingBackIsOfferedWhereItLeadsSomewhere() {
        PartyView back =
                Views.following(
                        HostLink.PRESENT, 0, new Prospect(false, false, true, false, false, false));

        assertEquals(List.of(Action.PREVIOUS), CardButton.rows(back).getFirst());
    }

    @Test
    void aPressFromBeforeTheTrackIsOlder() {
        TrackStarts starts = new TrackStarts();
        PartyView one = Views.view(3, Views.playing("One"));
        PartyView stillOne = Views.view(4, Views.playing("One"));
        PartyView two = Views.view(5, Views.playing("Two"));
        starts.follow(one);
        starts.follow(stillOne);

        assertFalse(starts.isOlder(3, stillOne));
        assertTrue(starts.isOlder(2, stillOne));
        assertTrue(starts.isOlder(4, two), "the view is ahead of what was followed");
        starts.follow(two);
        assertTrue(starts.isOlder(4, two));
        assertFalse(starts.isOlder(5, two));
    }
}
