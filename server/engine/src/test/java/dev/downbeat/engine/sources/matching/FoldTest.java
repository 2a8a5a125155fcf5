package dev.downbeat.engine.sources.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FoldTest {

    @ParameterizedTest
    @CsvSource({
        "Beyoncé,beyonce",
        "ＦＵＬＬ　ＷＩＤＴＨ,full width",
        "Straße,strasse",
        "Ёжик,ежик",
        "A & B,a and b",
        "Don’t!,dont",
        "'  two   blanks ',two blanks"
    })
    void caseWidthAccentsAndPunctuationGo(String raw, String folded) {
        assertEquals(folded, Fold.text(raw));
    }

    @ParameterizedTest
    @CsvSource({
        "цой,tsoi",
        "цой,tsoy",
        "хочу,khochu",
        "хочу,hochu",
        "юность,yunost",
        "юность,junost",
        "шура,shura",
        "щека,shcheka",
        "выхода,vyhoda",
        "максим,maxim"
    })
    void oneSoundIsOneSpelling(String russian, String latin) {
        assertEquals(Fold.latin(Fold.text(latin)), Fold.latin(Fold.text(russian)));
    }

    @Test
    void aShortWordHasNoRoomForASlip() {
        assertFalse(Fold.near("one", "ore"));
        assertTrue(Fold.near("metalica", "metallica"));
        assertFalse(Fold.near("1999", "1998"));
    }
}
