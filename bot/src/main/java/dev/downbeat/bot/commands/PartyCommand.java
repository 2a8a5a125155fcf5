package dev.downbeat.bot.commands;

import dev.downbeat.bot.cards.CardBoard;
import dev.downbeat.bot.cards.Names;
import dev.downbeat.bot.words.Sentences;
import dev.downbeat.engine.parties.PartyHost;
import dev.downbeat.party.Note;
import dev.downbeat.party.Outcome;
import dev.downbeat.party.SeatId;
import dev.downbeat.party.Wish;

import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.channel.ChannelType;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;

/** {@code /party start|status|end}. */
final class PartyCommand implements Command {
    private final PartyStart start;
    private final CardBoard cards;

    PartyCommand(PartyStart start, CardBoard cards) {
        this.start = start;
        this.cards = cards;
    }

    @Override
    public SlashCommandData shape() {
        return Shapes.command("party")
                .addSubcommands(
                        Shapes.part("party", "start")
                                .addOptions(
                                        Shapes.option(OptionType.STRING, "party.start", "source")
                                                .addChoices(
                                                        Shapes.choice(
                                                                "party.start.source", "player"),
                                                        Shapes.choice(
                                                                "party.start.source", "queue")),
                                        Shapes.option(OptionType.CHANNEL, "party.start", "channel")
                                                .setChannelTypes(
                                                        ChannelType.VOICE, ChannelType.STAGE)),
                        Shapes.part("party", "status"),
                        Shapes.part("party", "end"));
    }

    @Override
    public String run(Request request) {
        return switch (request.part()) {
            case "start" -> start.run(request);
            case "end" -> end(request);
            default ->
                    request.view(
                            view -> cards.text(view, request.guild().getIdLong(), request.words()));
        };
    }

    /** Who runs the server may always end a party there, in the host's place. */
    private static String end(Request request) {
        return request.party()
                .map(party -> end(request, party))
                .orElseGet(() -> request.say("party.none"));
    }

    private static String end(Request request, PartyHost party) {
        SeatId host = party.view().host();
        boolean mayAlways = request.member().hasPermission(Permission.MANAGE_SERVER);
        boolean isOwn = host.equals(request.seat());
        return request.ask(
                party,
                mayAlways ? host : request.seat(),
                new Wish.End(),
                outcome ->
                        switch (outcome) {
                            case Outcome.Done _ when !isOwn ->
                                    request.say("party.ended_of", Names.seat(host));
                            case Outcome.Refused(Note.OnlyHost _) ->
                                    request.say("party.not_yours", Names.seat(host));
                            case Outcome.Done _, Outcome.Refused _ ->
                                    Sentences.of(outcome, request.words());
                        });
    }
}
