package dev.downbeat.engine;

/**
 * Foreign text without what is not text: no control, bidirectional, invisible or unassigned
 * characters, so that it shows as what it is. Markup is for whoever shows it.
 */
public final class PlainText {
    private static final String INVISIBLE = "\u034F\u115F\u1160\u17B4\u17B5\u2800\u3164\uFFA0";

    private PlainText() {}

    /** Line ends, tabs and other kinds of space become spaces. */
    public static String of(String foreign) {
        return foreign.codePoints()
                .map(PlainText::spaceOrSelf)
                .filter(PlainText::isVisible)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Whether people would take one name for the other, whatever letters it is written in. */
    public static boolean isSameName(String one, String other) {
        return LookAlikes.areSame(of(one), of(other));
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
