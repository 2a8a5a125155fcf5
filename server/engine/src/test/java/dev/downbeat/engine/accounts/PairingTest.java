package dev.downbeat.engine.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.downbeat.engine.MovedClock;
import dev.downbeat.engine.store.Store;
import dev.downbeat.party.SeatId;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

final class PairingTest {
    private static final SeatId ANNA = new SeatId("discord:1");

    private final MovedClock clock = new MovedClock();
    private final Store store = Kept.store(clock.clock());
    private final Tokens tokens = new Tokens(store.accounts(), clock.clock());
    private final Pairing pairing = new Pairing(tokens, clock.clock()::nanos);

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aCodeGivesATokenThatSpeaksForTheSeat() {
        Pairing.Paired paired = pairing.redeem(pairing.issue(ANNA, "Anna")).orElseThrow();

        assertEquals(ANNA, paired.seat());
        assertEquals("Anna", paired.name());
        assertEquals(Optional.of(new Account(ANNA, "Anna")), tokens.find(paired.token()));
    }

    @Test
    void aCodeIsGoodOnce() {
        String code = pairing.issue(ANNA, "Anna");

        assertTrue(pairing.redeem(code).isPresent());
        assertEquals(Optional.empty(), pairing.redeem(code));
    }

    @Test
    void aCodeIsGoodForFiveMinutes() {
        String inTime = pairing.issue(ANNA, "Anna");
        String late = pairing.issue(new SeatId("discord:2"), "Boris");

        clock.move(Pairing.LIFE.minusNanos(1));
        assertTrue(pairing.redeem(inTime).isPresent());
        clock.move(Duration.ofNanos(1));
        assertEquals(Optional.empty(), pairing.redeem(late));
    }

    @Test
    void aNewCodeVoidsTheOlderOneOfTheSeat() {
        String older = pairing.issue(ANNA, "Anna");
        String newer = pairing.issue(ANNA, "Anna");

        assertEquals(Optional.empty(), pairing.redeem(older));
        assertTrue(pairing.redeem(newer).isPresent());
    }

    @Test
    void aCodeMayBeTypedAsPeopleType() {
        String code = pairing.issue(ANNA, "Anna").toLowerCase(Locale.ROOT);

        assertTrue(
                pairing.redeem(" " + code.substring(0, 4) + "-" + code.substring(4) + "\n")
                        .isPresent());
    }

    @Test
    void aCodeHasEightCharactersThatNobodyConfuses() {
        for (int i = 0; i < 200; i++) {
            String code = pairing.issue(ANNA, "Anna");

            assertTrue(code.matches("[2-9A-HJKMNP-TV-Z]{8}"), code);
            assertNotEquals(code, pairing.issue(ANNA, "Anna"));
        }
    }

    @Test
    void whenTooManyAreOpenTheOldestGoes() {
        String first = pairing.issue(new SeatId("discord:first"), "");
        String second = pairing.issue(new SeatId("discord:second"), "");

        for (int i = 0; i < Pairing.MOST_OPEN - 1; i++) {
            pairing.issue(new SeatId("discord:" + i), "");
        }

        assertEquals(Optional.empty(), pairing.redeem(first));
        assertTrue(pairing.redeem(second).isPresent());
    }

    @Test
    void nonsenseIsNoCode() {
        pairing.issue(ANNA, "Anna");

        assertEquals(Optional.empty(), pairing.redeem(""));
        assertEquals(Optional.empty(), pairing.redeem("A".repeat(1_000_000)));
        assertEquals(Optional.empty(), pairing.redeem("AAAAAAAA"));
    }
}
