package dev.downbeat.bot.commands;

import dev.downbeat.bot.cards.CardBoard;

import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;

/** {@code /nowplaying}: what the card says, for who missed it. */
final class NowPlayingCommand implements Command {
    private final CardBoard cards;

    NowPlayingCommand(CardBoard cards) {
        this.cards = cards;
    }

    @Override
    public SlashCommandData shape() {
        return Shapes.command("nowplaying");
    }

    @Override
    public String run(Request request) {
        return request.view(view -> cards.text(view, request.guild().getIdLong(), request.words()));
    }
}
