package dev.downbeat.bot.commands;

import dev.downbeat.party.Wish;

import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;

/** {@code /previous}. */
final class PreviousCommand implements Command {
    @Override
    public SlashCommandData shape() {
        return Shapes.command("previous");
    }

    @Override
    public String run(Request request) {
        return request.ask(new Wish.Previous());
    }
}
