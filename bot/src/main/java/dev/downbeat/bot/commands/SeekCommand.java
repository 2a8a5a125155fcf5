package dev.downbeat.bot.commands;

import dev.downbeat.bot.words.Position;
import dev.downbeat.bot.words.Position.Typed;
import dev.downbeat.party.Wish;

import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;

/** {@code /seek to}: a place, or a distance with a sign. */
final class SeekCommand implements Command {
    @Override
    public SlashCommandData shape() {
        return Shapes.command("seek")
                .addOptions(Shapes.required(OptionType.STRING, "seek", "to").setMaxLength(16));
    }

    @Override
    public String run(Request request) {
        return Position.parse(request.text("to", ""))
                .map(SeekCommand::wish)
                .map(request::ask)
                .orElseGet(() -> request.say("seek.not_understood"));
    }

    private static Wish wish(Typed typed) {
        return switch (typed) {
            case Typed.At(var position) -> new Wish.Seek(position);
            case Typed.By(var distance) -> new Wish.SeekBy(distance);
        };
    }
}
