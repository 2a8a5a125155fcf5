package dev.downbeat.bot.words;

/**
 * Foreign text made safe to show on Discord: no markdown, no mention, no control, bidirectional or
 * invisible characters, cut by code point.
 */
public final class Text {
    /** For titles and names. */
    public static final int SHORT = 100;

    private static final String ACTIVE = "\\*_~`|><#-+=()[]{}@:!/&";
    private static final String INVISIBLE = "\u034F\u115F\u1160\u17B4\u17B5\u3164\uFFA0";

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
        int[] visible =
                foreign.codePoints().map(Text::spaceOrSelf).filter(Text::isVisible).toArray();
        boolean cut = visible.length > most;
        for (int i = 0; i < (cut ? most - 1 : visible.length); i++) {
            if (ACTIVE.indexOf(visible[i]) >= 0) {
                safe.append('\\');
            }
            safe.appendCodePoint(visible[i]);
        }
        return cut ? safe.append('…').toString() : safe.toString();
    }

    private static int spaceOrSelf(int point) {
        return Character.isWhitespace(point) || Character.isSpaceChar(point) ? ' ' : point;
    }

    private static boolean isVisible(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE ->
                    false;
            default -> INVISIBLE.indexOf(point) < 0;
        };
    }
}
