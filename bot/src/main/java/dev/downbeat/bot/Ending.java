package dev.downbeat.bot;

/**
 * Why the program ended by itself.
 *
 * @param code what the process gives back, never 0
 * @param sentence for the operator
 */
public record Ending(int code, String sentence) {
    /** Discord will not have us any more. */
    static final int DISCORD_REFUSED = 5;
}
