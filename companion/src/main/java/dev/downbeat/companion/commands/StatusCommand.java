package dev.downbeat.companion.commands;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.downbeat.companion.control.Knock;
import dev.downbeat.companion.hosting.HostStatus;
import dev.downbeat.companion.words.Text;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Shows what the running companion does. */
final class StatusCommand implements Command {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public String word() {
        return "status";
    }

    @Override
    public Text help() {
        return Text.HELP_STATUS;
    }

    @Override
    public int run(List<String> arguments, Desk desk) throws IOException {
        if (!arguments.isEmpty()) {
            return misused(desk);
        }
        boolean runs = Knock.ask(desk.folders().socket(), "status", line -> show(read(line), desk));
        return runs ? Exit.DONE.code() : notHosting(desk);
    }

    /** Without a link the next step is another one. */
    private static int notHosting(Desk desk) throws IOException {
        return desk.link().read().isPresent()
                ? desk.fail(Exit.WRONG_MOMENT, Text.NOT_HOSTING)
                : desk.fail(Exit.NOT_LINKED, Text.NOT_LINKED);
    }

    /** What the companion that hosts answered. */
    static HostStatus read(String line) {
        try {
            return JSON.readValue(line, HostStatus.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void show(HostStatus status, Desk desk) {
        Text connection = status.online() ? Text.CONNECTED : Text.DISCONNECTED;
        desk.say(
                Text.STATUS_CONNECTION,
                status.server(),
                status.account(),
                desk.texts().say(connection));
        if (status.rttMs() >= 0) {
            desk.say(Text.STATUS_CLOCK, String.format(Locale.ROOT, "%.1f", status.rttMs() / 2));
        }
        if (status.player().isEmpty()) {
            desk.say(Text.NOBODY_LEADS);
        } else {
            String track = String.join(" - ", status.artist(), status.title());
            desk.say(Text.STATUS_PLAYER, status.player(), status.doing(), track);
        }
        showParty(status, desk);
    }

    private static void showParty(HostStatus status, Desk desk) {
        if (status.partyGoesOn()) {
            desk.say(Text.STATUS_PARTY, status.party(), status.partyState());
        } else {
            desk.say(status.online() ? Text.STATUS_NO_PARTY : Text.STATUS_PARTY_UNKNOWN);
        }
    }
}
