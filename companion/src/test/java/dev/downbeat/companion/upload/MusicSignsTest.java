package dev.downbeat.companion.upload;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;

class MusicSignsTest {
    private static boolean begins(String hex) {
        byte[] start = HexFormat.of().parseHex(hex.replace(" ", ""));
        return MusicSigns.beginsLikeMusic(Arrays.copyOf(start, MusicSigns.HEAD_BYTES));
    }

    @ParameterizedTest
    @CsvSource({
        "mp3 with tags, 49 44 33 04 00 00 00 00 1f 76",
        "mp3, ff fb 90 64",
        "mp3 with a checksum at 22 kHz, ff f2 50 c4",
        "mp3 version 2.5, ff e3 18 c4",
        "flac, 66 4c 61 43",
        "wav, 52 49 46 46 24 00 00 00 57 41 56 45",
        "m4a, 00 00 00 1c 66 74 79 70 4d 34 41 20",
        "fragmented mp4, 00 00 00 18 73 74 79 70",
        "aac, ff f1 50 80",
        "ogg, 4f 67 67 53",
        "webm, 1a 45 df a3"
    })
    void everyFormatThatAServerTakesBeginsLikeMusic(String format, String hex) {
        assertTrue(begins(hex), format);
    }

    @ParameterizedTest
    @CsvSource({
        "text of UTF-16, ff fe 4d 00 69 00",
        "zeros, 00 00 00 00",
        "all bits, ff ff ff ff",
        "pdf, 25 50 44 46 2d 31 2e 37",
        "png, 89 50 4e 47 0d 0a 1a 0a",
        "jpeg, ff d8 ff e0",
        "zip, 50 4b 03 04",
        "avi, 52 49 46 46 24 00 00 00 41 56 49 20",
        "a word, 49 44 33 20 69 73 20 6d 79"
    })
    void nothingElseDoes(String format, String hex) {
        assertFalse(begins(hex), format);
    }

    @Test
    void aFileOfAFewBytesIsNoMusic() {
        assertFalse(MusicSigns.beginsLikeMusic(new byte[0]));
        assertFalse(MusicSigns.beginsLikeMusic("fLaC".getBytes(StandardCharsets.US_ASCII)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.mp3", "A.FLAC", "a b.c.opus", "x.m4a"})
    void musicIsKnownByItsEnding(String name) {
        assertTrue(MusicSigns.endsLikeMusic(Path.of(name)));
    }
}
