package dev.downbeat.engine.parties;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.downbeat.party.Note;
import dev.downbeat.party.Outcome;
import dev.downbeat.party.SeatId;
import dev.downbeat.party.WishId;

import org.junit.jupiter.api.Test;

import java.util.concurrent.TimeUnit;

final class OpenWishesTest {
    private static final SeatId ANNA = new SeatId("discord:1");
    private static final Outcome SKIPPED = new Outcome.Done(new Note.Skipped());
    private static final Outcome OVER = new Outcome.Refused(new Note.PartyEnded());

    private final OpenWishes wishes = new OpenWishes();

    @Test
    void aRepeatWaitsForTheSameAnswerAndIsNotAskedAgain() throws Exception {
        OpenWishes.Place first = wishes.await(ANNA, new WishId("1"));
        OpenWishes.Place repeat = wishes.await(ANNA, new WishId("1"));

        wishes.answer(ANNA, new WishId("1"), SKIPPED);

        assertTrue(first.first());
        assertFalse(repeat.first());
        assertSame(first.answer(), repeat.answer());
        assertEquals(SKIPPED, first.answer().get(20, TimeUnit.SECONDS));
    }

    @Test
    void theSameIdOfAnotherSeatIsAnotherWish() {
        wishes.await(ANNA, new WishId("1"));

        assertTrue(wishes.await(new SeatId("discord:2"), new WishId("1")).first());
    }

    @Test
    void anAnswerThatNobodyWaitsForIsDropped() {
        wishes.answer(ANNA, new WishId("1"), SKIPPED);

        assertTrue(wishes.await(ANNA, new WishId("1")).first());
    }

    @Test
    void tooManyOpenWishesAreRefused() throws Exception {
        for (int i = 0; i < OpenWishes.LIMIT; i++) {
            wishes.await(ANNA, new WishId("w" + i));
        }

        OpenWishes.Place refused = wishes.await(ANNA, new WishId("one more"));

        assertFalse(refused.first());
        assertEquals(OpenWishes.busy(), refused.answer().get(20, TimeUnit.SECONDS));
        assertFalse(wishes.await(ANNA, new WishId("w1")).answer().isDone());
    }

    @Test
    void closingAnswersThoseWhoWaitAndThoseWhoComeLater() throws Exception {
        OpenWishes.Place waiting = wishes.await(ANNA, new WishId("1"));

        wishes.close(OVER);

        assertEquals(OVER, waiting.answer().get(20, TimeUnit.SECONDS));
        OpenWishes.Place late = wishes.await(ANNA, new WishId("2"));
        assertEquals(OVER, late.answer().get(20, TimeUnit.SECONDS));
    }
}
