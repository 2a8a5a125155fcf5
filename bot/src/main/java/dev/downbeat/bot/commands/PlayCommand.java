package dev.downbeat.bot.commands;

import dev.downbeat.party.TrackRequest;
import dev.downbeat.party.Wish;

import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;

/** {@code /play query}. */
final class PlayCommand implements Command {
    private static final int LONGEST_QUERY = 500;

    @Override
    public SlashCommandData shape() {
        return Shapes.command("play")
                .addOptions(
                        Shapes.required(OptionType.STRING, "play", "query")
                                .setMaxLength(LONGEST_QUERY));
    }

    @Override
    public String run(Request request) {
        String query = request.text("query", "").strip();
        return request.ask(new Wish.Play(new TrackRequest.Typed(query)));
    }
}
