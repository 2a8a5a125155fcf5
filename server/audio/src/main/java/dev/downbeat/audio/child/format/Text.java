package dev.downbeat.audio.child.format;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Turns tag bytes into text where the file does not say, or not truly, how they are coded. */
final class Text {
    private static final Charset CYRILLIC = Charset.forName("windows-1251");

    private Text() {}

    /** UTF-8 where it is valid; else Cyrillic where most letters would be; else Latin-1. */
    static String guess(byte[] bytes) {
        String text = decode(bytes);
        int end = text.indexOf('\0');
        return end < 0 ? text : text.substring(0, end);
    }

    private static String decode(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException _) {
            return new String(bytes, looksCyrillic(bytes) ? CYRILLIC : StandardCharsets.ISO_8859_1);
        }
    }

    /** In old Russian tags nearly every letter is above 0xBF; in Latin ones few are. */
    private static boolean looksCyrillic(byte[] bytes) {
        int high = 0;
        int latin = 0;
        for (byte b : bytes) {
            int value = b & 0xFF;
            if (value >= 0xC0 || value == 0xA8 || value == 0xB8) {
                high++;
            } else if (Character.isLetter(value) && value < 0x80) {
                latin++;
            }
        }
        return high > latin;
    }
}
