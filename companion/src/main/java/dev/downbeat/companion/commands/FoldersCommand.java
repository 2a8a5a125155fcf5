package dev.downbeat.companion.commands;

import dev.downbeat.companion.control.Knock;
import dev.downbeat.companion.home.Reach;
import dev.downbeat.companion.home.SettingsFile.Membership;
import dev.downbeat.companion.words.Plain;
import dev.downbeat.companion.words.Text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Which folders' files may be sent to the party. */
final class FoldersCommand implements Command {
    @Override
    public String word() {
        return "folders";
    }

    @Override
    public Text help() {
        return Text.HELP_FOLDERS;
    }

    @Override
    public int run(List<String> arguments, Desk desk) throws IOException {
        String what = arguments.isEmpty() ? "list" : arguments.getFirst();
        if (arguments.size() <= 1 && what.equals("list")) {
            return list(desk);
        }
        if (!List.of("add", "remove").contains(what) || arguments.size() > 2) {
            return misused(desk);
        }
        // An empty name would be the folder that the terminal happens to be in.
        if (arguments.size() == 1 || arguments.get(1).isBlank()) {
            return incomplete(desk, what, Text.MISSING_FOLDER);
        }
        Path folder = Path.of(arguments.get(1)).toAbsolutePath().normalize();
        return what.equals("add") ? add(folder, desk) : remove(folder, desk);
    }

    private static int list(Desk desk) throws IOException {
        List<String> folders = desk.settings().read().folders();
        if (folders.isEmpty()) {
            desk.say(Text.NO_FOLDERS);
        }
        folders.stream().map(Plain::escaped).forEach(desk.out()::println);
        return Exit.DONE.code();
    }

    private static int add(Path folder, Desk desk) throws IOException {
        if (!Files.isDirectory(folder) || !Files.isReadable(folder)) {
            return desk.fail(Exit.USAGE, Text.FOLDER_MISSING, folder);
        }
        Reach reach = Reach.of(folder, homes());
        if (reach == Reach.ROOT) {
            return desk.fail(Exit.USAGE, Text.FOLDER_IS_ROOT, folder);
        }
        if (reach == Reach.SYSTEM) {
            return desk.fail(Exit.USAGE, Text.FOLDER_IS_SYSTEM, folder);
        }
        int code = change(folder, Membership.IN, Text.FOLDER_ON, desk);
        if (reach == Reach.HOME) {
            desk.say(Text.FOLDER_IS_HOME, folder);
        }
        return code;
    }

    /** What the system says and what the shell says may differ. */
    private static List<String> homes() {
        return List.of(
                System.getProperty("user.home", ""), System.getenv().getOrDefault("HOME", ""));
    }

    private static int remove(Path folder, Desk desk) throws IOException {
        return desk.settings().read().folders().contains(folder.toString())
                ? change(folder, Membership.OUT, Text.FOLDER_OFF, desk)
                : desk.fail(Exit.USAGE, Text.FOLDER_NOT_SHARED, folder);
    }

    private static int change(Path folder, Membership membership, Text done, Desk desk)
            throws IOException {
        desk.settings().put("folders", folder.toString(), membership);
        boolean _ = Knock.ask(desk.folders().socket(), "reload", _ -> {});
        desk.say(done, folder);
        return Exit.DONE.code();
    }
}
