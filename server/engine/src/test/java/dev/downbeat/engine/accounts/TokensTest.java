package dev.downbeat.engine.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.downbeat.engine.MovedClock;
import dev.downbeat.engine.store.Store;
import dev.downbeat.party.SeatId;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.Optional;

final class TokensTest {
    private static final SeatId ANNA = new SeatId("discord:1");

    private final MovedClock clock = new MovedClock();
    private final Store store = Kept.store(clock.clock());
    private final Tokens tokens = new Tokens(store.accounts(), clock.clock());

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aTokenHas256BitsAndIsNotKept() {
        String token = tokens.issue(ANNA, "Anna");

        assertEquals(43, token.length());
        assertEquals(Optional.empty(), store.accounts().findToken(token));
        assertTrue(store.accounts().findToken(Secrets.hash(token)).isPresent());
    }

    @Test
    void aRevokedTokenSpeaksForNobody() {
        String token = tokens.issue(ANNA, "Anna");
        String other = tokens.issue(ANNA, "Anna");

        assertTrue(tokens.revoke(token));

        assertFalse(tokens.revoke(token));
        assertEquals(Optional.empty(), tokens.find(token));
        assertTrue(tokens.find(other).isPresent());
    }

    @Test
    void allTokensOfASeatGoTogether() {
        String anna = tokens.issue(ANNA, "Anna");
        tokens.issue(ANNA, "Anna");
        String boris = tokens.issue(new SeatId("discord:2"), "Boris");

        assertEquals(2, tokens.revokeAll(ANNA));

        assertEquals(Optional.empty(), tokens.find(anna));
        assertTrue(tokens.find(boris).isPresent());
    }

    @Test
    void nonsenseIsNoToken() {
        assertEquals(Optional.empty(), tokens.find(""));
        assertEquals(Optional.empty(), tokens.find("x".repeat(1_000_000)));
        assertFalse(tokens.revoke("x".repeat(1_000_000)));
    }
}
