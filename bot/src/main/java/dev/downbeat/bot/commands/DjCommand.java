package dev.downbeat.bot.commands;

import dev.downbeat.bot.cards.Names;
import dev.downbeat.bot.words.Words.Ours;
import dev.downbeat.party.PartyView;
import dev.downbeat.party.SeatId;
import dev.downbeat.party.Wish;

import net.dv8tion.jda.api.entities.User;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;

import java.time.Duration;
import java.util.function.Function;
import java.util.stream.Collectors;

/** {@code /dj add|remove|list}: whom the host trusts with the music. */
final class DjCommand implements Command {
    private static final int MOST_MINUTES = 24 * 60;

    @Override
    public SlashCommandData shape() {
        return Shapes.command("dj")
                .addSubcommands(
                        Shapes.part("dj", "add")
                                .addOptions(
                                        Shapes.required(OptionType.USER, "dj.add", "user"),
                                        Shapes.option(OptionType.INTEGER, "dj.add", "minutes")
                                                .setRequiredRange(1, MOST_MINUTES)),
                        Shapes.part("dj", "remove")
                                .addOptions(Shapes.required(OptionType.USER, "dj.remove", "user")),
                        Shapes.part("dj", "list"));
    }

    @Override
    public String run(Request request) {
        return switch (request.part()) {
            case "add" -> {
                Duration lasts = Duration.ofMinutes(request.whole("minutes", 0));
                yield withPerson(request, who -> new Wish.Grant(who, lasts));
            }
            case "remove" -> withPerson(request, Wish.Withdraw::new);
            default -> request.view(view -> list(view, request));
        };
    }

    private static String withPerson(Request request, Function<SeatId, Wish> wish) {
        User user = request.user("user").orElseThrow();
        return user.isBot()
                ? request.say("dj.not_a_bot")
                : request.ask(wish.apply(new SeatId("discord:" + user.getId())));
    }

    private static String list(PartyView view, Request request) {
        String names =
                view.crew().djs().stream()
                        .map(dj -> Names.seat(dj.who()).text())
                        .collect(Collectors.joining(", "));
        return names.isEmpty() ? request.say("dj.none") : request.say("dj.list", new Ours(names));
    }
}
