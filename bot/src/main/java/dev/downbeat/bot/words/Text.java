package dev.downbeat.bot.words;

import dev.downbeat.engine.PlainText;

/**
 * Foreign text made safe to show on Discord: no markdown, no mention, no control, bidirectional or
 * invisible characters, cut by code point.
 */
public final class Text {
    /** For titles and names. */
    public static final int SHORT = 100;

    private static final String ACTIVE = "\\*_~`|><#-+=()[]{}@:!/&";

    private Text() {}

    /** At most {@link #SHORT} code points. */
    public static String safe(String foreign) {
        return safe(foreign, SHORT);
    }

    /**
     * @param most code points before escaping; what is longer ends in an ellipsis
     */
    public static String safe(String foreign, int most) {
        StringBuilder safe = new StringBuilder();
        int[] visible = PlainText.of(foreign).codePoints().toArray();
        boolean cut = visible.length > most;
        for (int i = 0; i < (cut ? most - 1 : visible.length); i++) {
            if (ACTIVE.indexOf(visible[i]) >= 0) {
                safe.append('\\');
            }
            safe.appendCodePoint(visible[i]);
        }
        return cut ? safe.append('…').toString() : safe.toString();
    }
}
