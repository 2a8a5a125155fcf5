package dev.downbeat.bot.commands;

import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;

/**
 * One slash command: turns Discord's words into a wish, or reads the party's view. Deferring,
 * errors and language are done once, in {@link CommandListener}.
 */
interface Command {
    /** What Discord shows, in both languages; made by {@link Shapes}. */
    SlashCommandData shape();

    /**
     * On a virtual thread, after Discord has been acknowledged; may wait.
     *
     * @return the sentence for who asked, made by {@link Request#say}
     */
    String run(Request request);
}
