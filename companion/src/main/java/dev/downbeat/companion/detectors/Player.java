package dev.downbeat.companion.detectors;

/**
 * One running player.
 *
 * @param id unique while it runs, for example {@code vlc.instance42}
 * @param name what a person enables, the same at each start, for example {@code vlc}
 * @param label for people, for example {@code VLC media player}
 * @param process its process id, 0 when not known
 */
public record Player(String id, String name, String label, Kind kind, long process) {

    /** How much of a player's titles is meant for others. */
    public enum Kind {
        LOCAL("local player"),
        SPOTIFY("spotify"),
        /** Speaks for a browser better than the browser itself. */
        BROWSER_BRIDGE("browser"),
        BROWSER("browser");

        private final String source;

        Kind(String source) {
            this.source = source;
        }

        /** The coarse word that the party hears. */
        public String source() {
            return source;
        }

        public boolean isBrowser() {
            return this == BROWSER || this == BROWSER_BRIDGE;
        }
    }
}
