package dev.downbeat.bot.commands;

import dev.downbeat.bot.cards.CardBoard;
import dev.downbeat.bot.cards.LinkCode;
import dev.downbeat.engine.parties.Parties;

import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/** Every slash command there is. */
public final class Commands {
    private final List<Command> all;
    private final PartyFinder finder;

    /**
     * @param encryptionLacking why no voice may be joined at all; empty when it may
     */
    public Commands(
            Parties parties, CardBoard cards, LinkCode codes, Optional<String> encryptionLacking) {
        this.finder = new PartyFinder(parties, cards);
        PartyStart start = new PartyStart(parties, cards, finder, encryptionLacking);
        this.all =
                List.of(
                        new PartyCommand(start, cards),
                        new PlayCommand(),
                        new QueueCommand(),
                        new PauseCommand(),
                        new ResumeCommand(),
                        new SeekCommand(),
                        new SkipCommand(),
                        new PreviousCommand(),
                        new DjCommand(),
                        new NowPlayingCommand(cards),
                        new LinkCommand(codes),
                        new HelpCommand());
    }

    List<Command> all() {
        return all;
    }

    /** For one bulk registration at start. */
    public List<SlashCommandData> shapes() {
        return all.stream().map(Command::shape).toList();
    }

    /**
     * @param workers throws when it is full
     */
    public CommandListener listener(Executor workers) {
        return new CommandListener(all, finder, workers);
    }
}
