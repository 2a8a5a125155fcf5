package dev.downbeat.audio.child.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

class TagsTest {
    @Test
    void aReplayGainSaysHowLoudTheFileIs() {
        Tags tags = new Tags();
        tags.put("replaygain_track_gain", "-7.50 dB");
        tags.put("REPLAYGAIN_TRACK_PEAK", "0.98");

        assertEquals(-10.5, tags.loudness().orElseThrow(), 1e-9);
        assertEquals(0.98, tags.peak().orElseThrow(), 1e-9);
    }

    @Test
    void anR128GainCountsBeforeAReplayGain() {
        Tags tags = new Tags();
        tags.put("REPLAYGAIN_TRACK_GAIN", "-7.50 dB");
        tags.put("R128_TRACK_GAIN", "-1280");

        assertEquals(-18, tags.loudness().orElseThrow(), 1e-9);
    }

    @Test
    void nonsenseIsNotBelieved() {
        Tags tags = new Tags();
        tags.put("REPLAYGAIN_TRACK_GAIN", "very loud");
        tags.put("REPLAYGAIN_TRACK_PEAK", "-3");

        assertTrue(tags.loudness().isEmpty());
        assertTrue(tags.peak().isEmpty());
        Tags extreme = new Tags();
        extreme.put("REPLAYGAIN_TRACK_GAIN", "900");
        assertTrue(extreme.loudness().isEmpty());
    }

    @Test
    void theFirstValueWinsAndLongOnesAreCut() {
        Tags tags = new Tags();
        tags.put("title", "one");
        tags.put("TITLE", "two");
        tags.put("artist", "x".repeat(100_000));

        assertEquals("one", tags.title());
        assertEquals(1_000, tags.artist().length());
    }

    @Test
    void oldCyrillicTagsAreRead() {
        byte[] old = "Группа крови".getBytes(Charset.forName("windows-1251"));

        assertEquals("Группа крови", Text.guess(old));
    }

    @Test
    void latinTagsAreReadToo() {
        assertEquals("Café", Text.guess("Café".getBytes(StandardCharsets.ISO_8859_1)));
        assertEquals("Café", Text.guess("Café".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void theHeadsOfMp3FramesAreUnderstood() {
        Mp3Frame first = java.util.Objects.requireNonNull(Mp3Frame.of(0xFFFB9064));
        Mp3Frame slow = java.util.Objects.requireNonNull(Mp3Frame.of(0xFFF380C4));

        assertEquals(new Mp3Frame(3, 44_100, 128, 2, 417, 1152), first);
        assertEquals(new Mp3Frame(2, 22_050, 64, 1, 208, 576), slow);
        org.junit.jupiter.api.Assertions.assertNull(Mp3Frame.of(0xFFFBF064));
        org.junit.jupiter.api.Assertions.assertNull(Mp3Frame.of(0));
    }
}
