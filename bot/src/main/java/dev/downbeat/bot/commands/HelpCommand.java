package dev.downbeat.bot.commands;

import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;

/** {@code /help}. */
final class HelpCommand implements Command {
    @Override
    public SlashCommandData shape() {
        return Shapes.command("help");
    }

    @Override
    public String run(Request request) {
        return request.say("help.text");
    }
}
