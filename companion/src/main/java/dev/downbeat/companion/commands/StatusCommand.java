package dev.downbeat.companion.commands;

import dev.downbeat.companion.control.Knock;
import dev.downbeat.companion.hosting.HostStatus;
import dev.downbeat.companion.hosting.MissingTrack;
import dev.downbeat.companion.words.Text;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Shows what the running companion does. */
final class StatusCommand implements Command {

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
        boolean runs =
                Knock.ask(
                        desk.folders().socket(),
                        "status",
                        line -> show(HostStatus.read(line), desk));
        return runs ? Exit.DONE.code() : notHosting(desk);
    }

    /** Without a link the next step is another one. */
    private static int notHosting(Desk desk) throws IOException {
        return desk.link().read().isPresent()
                ? desk.fail(Exit.WRONG_MOMENT, Text.NOT_HOSTING)
                : desk.fail(Exit.NOT_LINKED, Text.NOT_LINKED);
    }

    private static void show(HostStatus status, Desk desk) {
        desk.say(
                Text.STATUS_CONNECTION,
                status.server(),
                status.account(),
                connection(status, desk));
        if (status.rttMs() >= 0) {
            desk.say(Text.STATUS_CLOCK, String.format(Locale.ROOT, "%.1f", status.rttMs() / 2));
        }
        if (status.player().isEmpty()) {
            desk.say(Text.NOBODY_LEADS);
        } else {
            desk.say(doing(status), status.player(), track(status, desk));
        }
        desk.say(
                status.uploads() ? Text.STATUS_UPLOADS_ON : Text.STATUS_UPLOADS_OFF,
                status.folders());
        showParty(status, desk);
    }

    private static String connection(HostStatus status, Desk desk) {
        if (status.online()) {
            return desk.texts().say(Text.CONNECTED);
        }
        long seconds = (long) Math.ceil(status.againInMs() / 1_000);
        return seconds == 0
                ? desk.texts().say(Text.DISCONNECTED)
                : desk.texts().say(Text.DISCONNECTED_UNTIL, seconds);
    }

    private static Text doing(HostStatus status) {
        return switch (status.doing()) {
            case "playing" -> Text.STATUS_PLAYER_PLAYS;
            case "paused" -> Text.STATUS_PLAYER_PAUSED;
            case HostStatus.OTHER_SPEED -> Text.STATUS_PLAYER_OTHER_SPEED;
            default -> Text.STATUS_PLAYER_STOPPED;
        };
    }

    private static String track(HostStatus status, Desk desk) {
        String named =
                Stream.of(status.artist(), status.title())
                        .filter(words -> !words.isBlank())
                        .collect(Collectors.joining(" - "));
        return named.isEmpty() ? desk.texts().say(Text.UNNAMED) : named;
    }

    /** Of a word that a newer server may say, only that there is a party. */
    private static Text doing(String party) {
        return switch (party) {
            case "playing" -> Text.PARTY_PLAYS;
            case "paused" -> Text.PARTY_PAUSED;
            case "buffering" -> Text.PARTY_GETS_READY;
            case "silent" -> Text.PARTY_SILENT;
            default -> Text.PARTY_GOES_ON;
        };
    }

    private static void showParty(HostStatus status, Desk desk) {
        if (status.partyGoesOn()) {
            boolean queue = status.partyMode().equals(HostStatus.QUEUE);
            desk.say(
                    queue ? Text.STATUS_PARTY_QUEUE : Text.STATUS_PARTY,
                    status.party(),
                    doing(status.partyState()));
            if (status.lacksTheTrack()) {
                desk.say(Text.STATUS_NOT_FOUND, MissingTrack.nextStep(status));
            }
        } else {
            desk.say(status.online() ? Text.STATUS_NO_PARTY : Text.STATUS_PARTY_UNKNOWN);
        }
    }
}
