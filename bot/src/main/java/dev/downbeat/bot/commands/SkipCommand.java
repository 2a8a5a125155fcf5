package dev.downbeat.bot.commands;

import dev.downbeat.party.Wish;

import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;

/** {@code /skip}. */
final class SkipCommand implements Command {
    @Override
    public SlashCommandData shape() {
        return Shapes.command("skip");
    }

    @Override
    public String run(Request request) {
        return request.ask(new Wish.Skip());
    }
}
