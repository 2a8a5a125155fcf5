package dev.downbeat.bot.commands;

import dev.downbeat.bot.cards.QueueText;
import dev.downbeat.party.ItemId;
import dev.downbeat.party.PartyView;
import dev.downbeat.party.QueueItem;
import dev.downbeat.party.SeatId;
import dev.downbeat.party.Wish;

import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** {@code /queue view|remove|move|clear|shuffle|undo}; people count from 1. */
final class QueueCommand implements Command {
    @Override
    public SlashCommandData shape() {
        return Shapes.command("queue")
                .addSubcommands(
                        Shapes.part("queue", "view")
                                .addOptions(
                                        counted(
                                                Shapes.option(
                                                        OptionType.INTEGER, "queue.view", "page"))),
                        Shapes.part("queue", "remove")
                                .addOptions(number("queue.remove", "position")),
                        Shapes.part("queue", "move")
                                .addOptions(
                                        number("queue.move", "from"), number("queue.move", "to")),
                        Shapes.part("queue", "clear")
                                .addOptions(Shapes.option(OptionType.USER, "queue.clear", "user")),
                        Shapes.part("queue", "shuffle"),
                        Shapes.part("queue", "undo"));
    }

    private static OptionData number(String path, String name) {
        return counted(Shapes.required(OptionType.INTEGER, path, name));
    }

    private static OptionData counted(OptionData option) {
        return option.setRequiredRange(1, 10_000);
    }

    @Override
    public String run(Request request) {
        return switch (request.part()) {
            case "remove" -> withItem(request, "position", Wish.Remove::new);
            case "move" ->
                    withItem(
                            request,
                            "from",
                            item -> new Wish.Move(item, request.whole("to", 1) - 1));
            case "clear" -> request.ask(clear(request));
            case "shuffle" -> request.ask(new Wish.Shuffle(request.event().getIdLong()));
            case "undo" -> request.ask(new Wish.Undo());
            default ->
                    request.view(view ->
                            QueueText.page(view, request.whole("page", 1), request.words()));
        };
    }

    private static Wish clear(Request request) {
        return request.user("user")
                .<Wish>map(user -> new Wish.ClearOf(new SeatId("discord:" + user.getId())))
                .orElseGet(Wish.Clear::new);
    }

    /** The item that stands at that number now: numbers change, items do not. */
    private static String withItem(Request request, String option, Function<ItemId, Wish> wish) {
        if (request.party().isEmpty()) {
            return request.say("party.none");
        }
        return request.party()
                .map(party -> party.view())
                .flatMap(view -> at(view, request.whole(option, 1)))
                .map(wish)
                .map(request::ask)
                .orElseGet(() -> request.say("note.no_such_item"));
    }

    private static Optional<ItemId> at(PartyView view, int number) {
        List<QueueItem> queue = view.queue();
        return number >= 1 && number <= queue.size()
                ? Optional.of(queue.get(number - 1).id())
                : Optional.empty();
    }
}
