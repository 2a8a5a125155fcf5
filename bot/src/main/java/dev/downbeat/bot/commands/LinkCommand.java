package dev.downbeat.bot.commands;

import dev.downbeat.bot.cards.LinkCode;

import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;

/** {@code /link companion}: a code that only who asked can see. */
final class LinkCommand implements Command {
    private final LinkCode codes;

    LinkCommand(LinkCode codes) {
        this.codes = codes;
    }

    @Override
    public SlashCommandData shape() {
        return Shapes.command("link").addSubcommands(Shapes.part("link", "companion"));
    }

    @Override
    public String run(Request request) {
        return codes.sentence(request.seat(), request.member().getEffectiveName(), request.words());
    }
}
