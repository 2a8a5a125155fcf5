package dev.downbeat.companion.detectors.mpris;

import dev.downbeat.companion.detectors.Player.Kind;

import java.util.List;
import java.util.regex.Pattern;

/** What the bus name of a player tells about it. */
final class MprisNames {
    static final String PREFIX = "org.mpris.MediaPlayer2.";

    /** They speak for other players, which are on the bus themselves. */
    private static final List<String> PROXIES = List.of("playerctld", "kdeconnect");

    private static final Pattern INSTANCE =
            Pattern.compile("[._-](instance|pid|uid)[._-]?\\d.*$|[._]\\d+$");
    private static final Pattern BROWSER =
            Pattern.compile(
                    ".*(chromium|chrome|firefox|librewolf|brave|vivaldi|opera|edge|epiphany|falkon"
                            + "|browser).*",
                    Pattern.CASE_INSENSITIVE);

    private MprisNames() {}

    static boolean isPlayer(String busName) {
        return busName.startsWith(PREFIX)
                && PROXIES.stream().noneMatch(proxy -> name(busName).startsWith(proxy));
    }

    static String id(String busName) {
        return busName.substring(PREFIX.length());
    }

    /** Without what differs from start to start. */
    static String name(String busName) {
        return INSTANCE.matcher(id(busName)).replaceFirst("");
    }

    static Kind kind(String busName) {
        String name = name(busName);
        if (name.equals("plasma-browser-integration")) {
            return Kind.BROWSER_BRIDGE;
        }
        if (name.equals("spotify")) {
            return Kind.SPOTIFY;
        }
        return BROWSER.matcher(name).matches() ? Kind.BROWSER : Kind.LOCAL;
    }
}
