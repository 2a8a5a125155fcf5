package dev.downbeat.companion.commands;

import dev.downbeat.companion.sync.NotRecorded;
import dev.downbeat.companion.words.Text;

import java.io.Console;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Every command of the companion; a new one is one more line. */
public final class Commands {
    private static final List<Command> ALL =
            List.of(
                    new LinkCommand(),
                    new HostCommand(),
                    new StatusCommand(),
                    new LeaveCommand(),
                    new PlayersCommand(),
                    new FoldersCommand(),
                    new UploadsCommand());

    private Commands() {}

    public static List<Command> all() {
        return ALL;
    }

    /** Runs what the command line asks for; returns the code to end with. */
    public static int run(List<String> line, Desk desk) throws InterruptedException {
        String first = line.isEmpty() ? "--help" : line.getFirst();
        try {
            return switch (first) {
                case "--help", "-h", "help" -> help(desk);
                case "--version" -> version(desk);
                case "--show-sent" -> new ShowSent(isTerminal()).run(desk);
                default -> command(first, line.subList(1, line.size()), desk);
            };
        } catch (NotRecorded _) {
            return desk.fail(Exit.UNRECORDED, Text.UNRECORDED, desk.folders().state());
        } catch (IOException e) {
            return desk.fail(Exit.BROKEN, Text.BROKEN_FILE, String.valueOf(e.getMessage()));
        }
    }

    @SuppressWarnings("SystemConsoleNull") // it may be null again from JDK 25 on
    private static boolean isTerminal() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    private static int command(String word, List<String> arguments, Desk desk)
            throws IOException, InterruptedException {
        Optional<Command> command = ALL.stream().filter(c -> c.word().equals(word)).findFirst();
        return command.isPresent()
                ? command.get().run(arguments, desk)
                : desk.fail(Exit.USAGE, Text.UNKNOWN_COMMAND, word);
    }

    private static int help(Desk desk) {
        desk.say(Text.USAGE);
        desk.out().println();
        ALL.forEach(command -> desk.out().println("  " + desk.texts().say(command.help())));
        desk.out().println();
        desk.say(Text.HELP_OPTIONS);
        return Exit.DONE.code();
    }

    private static int version(Desk desk) {
        desk.out().println(Version.NAME);
        return Exit.DONE.code();
    }
}
