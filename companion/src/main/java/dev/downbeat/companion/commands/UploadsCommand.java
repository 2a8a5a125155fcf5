package dev.downbeat.companion.commands;

import dev.downbeat.companion.control.Knock;
import dev.downbeat.companion.home.Settings;
import dev.downbeat.companion.words.Text;

import java.io.IOException;
import java.util.List;

/** Whether the file that plays may be sent when the party lacks it. */
final class UploadsCommand implements Command {
    @Override
    public String word() {
        return "uploads";
    }

    @Override
    public Text help() {
        return Text.HELP_UPLOADS;
    }

    @Override
    public int run(List<String> arguments, Desk desk) throws IOException {
        if (arguments.isEmpty()) {
            return tell(desk);
        }
        if (!arguments.equals(List.of("on")) && !arguments.equals(List.of("off"))) {
            return misused(desk);
        }
        desk.settings().put("uploads", arguments.getFirst().equals("on"));
        boolean _ = Knock.ask(desk.folders().socket(), "reload", _ -> {});
        return tell(desk);
    }

    /** What holds, which the environment may decide. */
    private static int tell(Desk desk) throws IOException {
        Settings settings = desk.settings().read();
        desk.say(settings.uploads() ? Text.UPLOADS_ON : Text.UPLOADS_OFF);
        if (settings.uploads() && settings.folders().isEmpty()) {
            desk.say(Text.UPLOADS_NEED_FOLDERS);
        }
        return Exit.DONE.code();
    }
}
