package dev.downbeat.bot;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The program: {@code serve} (the default) or {@code doctor}. */
public final class Main {
    private static final int WRONG_USE = 2;
    private static final int BAD_SETTINGS = 3;
    private static final String CONFIG = "--config";
    private static final String HELP =
            """
            downbeat [serve] [--config FILE]   run the bot and the web parties
            downbeat doctor [--config FILE]    check settings, folders, encryption, Discord
            downbeat --help | --version

            Settings: a file, by --config or DOWNBEAT_CONFIG, else config/downbeat.toml beside the
            program; the environment (DOWNBEAT_DISCORD_TOKEN, ...) wins over it.
            """;

    private Main() {}

    public static void main(String[] args) {
        int code = run(args, System.out, System.err);
        if (code != 0) {
            System.exit(code);
        }
    }

    static int run(String[] args, PrintStream out, PrintStream err) {
        Arguments arguments = Arguments.of(Arrays.asList(args));
        return switch (arguments.wish()) {
            case CONFIG ->
                    wrong(
                            err,
                            "after --config the name of the settings file is missing, for example:"
                                    + " --config config/downbeat.toml");
            case "--help" -> say(out, HELP + "Here: " + arguments.place().words());
            case "--version" -> say(out, "downbeat " + Version.text());
            case "serve" -> withSettings(arguments, err, settings -> Serve.run(settings, out, err));
            case "doctor" ->
                    withSettings(
                            arguments,
                            err,
                            settings -> Doctor.run(settings, arguments.place(), out));
            default -> wrong(err, "what is \"" + arguments.wish() + "\"? Try --help.");
        };
    }

    private static int wrong(PrintStream err, String why) {
        err.println("downbeat: " + why);
        return WRONG_USE;
    }

    private static int say(PrintStream out, String text) {
        out.println(text);
        return 0;
    }

    private static int withSettings(Arguments arguments, PrintStream err, Task task) {
        Settings settings;
        try {
            settings = SettingsFile.load(arguments.place(), System.getenv());
        } catch (BadSettings faults) {
            faults.faults().forEach(err::println);
            return BAD_SETTINGS;
        }
        return task.run(settings);
    }

    /** What to do with settings that are good. */
    private interface Task {
        int run(Settings settings);
    }

    /**
     * What was typed; unknown words end up as the wish, and so does an option without its value.
     */
    private record Arguments(String wish, Optional<Path> config) {
        SettingsPlace place() {
            return SettingsPlace.of(config, System.getenv());
        }

        static Arguments of(List<String> words) {
            String wish = "serve";
            Optional<Path> config = Optional.empty();
            for (int i = 0; i < words.size(); i++) {
                if (words.get(i).equals(CONFIG) && isValue(words, i + 1)) {
                    config = Optional.of(Path.of(words.get(++i)));
                } else {
                    wish = words.get(i);
                }
            }
            return new Arguments(wish, config);
        }

        private static boolean isValue(List<String> words, int index) {
            return index < words.size()
                    && !words.get(index).isBlank()
                    && !words.get(index).startsWith("--");
        }
    }
}
