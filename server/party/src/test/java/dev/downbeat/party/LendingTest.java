package dev.downbeat.party;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.junit.jupiter.api.Test;

final class LendingTest {
    private final Stageplay play = new Stageplay(Mode.FOLLOW);

    @Test
    void whatNobodyHadIsAskedForAgainOnceItsHostLends() {
        play.plays("a", 0);
        play.send(new PartyInput.Lends(Stageplay.HOST));
        assertEquals(1, play.count(PartyEffect.Resolve.class));
        play.answer(new Resolution.NotFound());

        play.send(new PartyInput.Lends(Stageplay.GUEST));
        assertEquals(1, play.count(PartyEffect.Resolve.class));
        play.send(new PartyInput.Lends(Stageplay.HOST));

        assertEquals(2, play.count(PartyEffect.Resolve.class));
        play.found("a");
        assertInstanceOf(Timeline.Playing.class, play.timeline());
        play.send(new PartyInput.Lends(Stageplay.HOST));
        assertEquals(2, play.count(PartyEffect.Resolve.class));
    }
}
