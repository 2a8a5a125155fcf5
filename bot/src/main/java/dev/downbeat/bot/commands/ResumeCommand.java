package dev.downbeat.bot.commands;

import dev.downbeat.party.Wish;

import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;

/** {@code /resume}. */
final class ResumeCommand implements Command {
    @Override
    public SlashCommandData shape() {
        return Shapes.command("resume");
    }

    @Override
    public String run(Request request) {
        return request.ask(new Wish.Resume());
    }
}
