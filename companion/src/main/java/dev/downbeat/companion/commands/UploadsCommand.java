package dev.downbeat.companion.commands;

import dev.downbeat.companion.control.Knock;
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
        if (arguments.equals(List.of("on"))) {
            desk.settings().put("uploads", true);
            desk.say(Text.UPLOADS_ON);
            if (desk.settings().read().folders().isEmpty()) {
                desk.say(Text.UPLOADS_NEED_FOLDERS);
            }
        } else if (arguments.equals(List.of("off"))) {
            desk.settings().put("uploads", false);
            desk.say(Text.UPLOADS_OFF);
        } else {
            return misused(desk);
        }
        boolean _ = Knock.ask(desk.folders().socket(), "reload", _ -> {});
        return Exit.DONE.code();
    }
}
