package dev.downbeat.companion.commands;

import dev.downbeat.companion.home.Link;
import dev.downbeat.companion.sync.Pairing;
import dev.downbeat.companion.sync.ServerAddress;
import dev.downbeat.companion.words.Text;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Binds this PC to an account on a server. */
final class LinkCommand implements Command {
    private static final String SERVER = "--server";

    @Override
    public String word() {
        return "link";
    }

    @Override
    public Text help() {
        return Text.HELP_LINK;
    }

    @Override
    public int run(List<String> arguments, Desk desk) throws IOException, InterruptedException {
        if (!arguments.isEmpty() && arguments.getLast().equals(SERVER)) {
            return incomplete(desk, SERVER, Text.MISSING_ADDRESS);
        }
        boolean named = arguments.size() == 3 && arguments.get(1).equals(SERVER);
        if (!named && arguments.size() != 1) {
            return misused(desk);
        }
        String code = arguments.getFirst().replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        if (!code.matches("[A-Z0-9]{8}")) {
            return desk.fail(Exit.USAGE, Text.BAD_CODE);
        }
        String server = named ? arguments.get(2) : known(desk);
        if (server.isBlank()) {
            return desk.fail(Exit.USAGE, Text.NO_SERVER_NAMED);
        }
        Optional<ServerAddress> address = ServerAddress.parse(server);
        return address.isPresent()
                ? pair(address.get(), code, desk)
                : desk.fail(Exit.USAGE, Text.BAD_SERVER, server);
    }

    /** The server of the settings, else the one linked before. */
    private static String known(Desk desk) throws IOException {
        String set = desk.settings().read().server();
        return set.isBlank()
                ? desk.link().read().map(link -> link.server().toString()).orElse("")
                : set;
    }

    private static int pair(ServerAddress server, String code, Desk desk)
            throws IOException, InterruptedException {
        return switch (new Pairing(desk.http().get(), desk.sent()).pair(server, code)) {
            case Pairing.Outcome.Linked(Link link) -> {
                desk.link().write(link);
                desk.say(Text.LINKED, link.account(), link.server());
                yield Exit.DONE.code();
            }
            case Pairing.Outcome.WrongCode() -> desk.fail(Exit.NOT_LINKED, Text.CODE_REFUSED);
            case Pairing.Outcome.TooManyTries() -> desk.fail(Exit.NOT_LINKED, Text.TOO_MANY_TRIES);
            case Pairing.Outcome.NoServer(String why) ->
                    desk.fail(Exit.NO_SERVER, Text.SERVER_UNREACHABLE, server.root(), why);
            case Pairing.Outcome.NoHttps() -> noHttps(server, desk);
        };
    }

    private static int noHttps(ServerAddress server, Desk desk) {
        Optional<ServerAddress> plain = server.plain();
        return plain.isPresent()
                ? desk.fail(Exit.NO_SERVER, Text.SERVER_TRY_HTTP, server.root(), plain.get().root())
                : desk.fail(Exit.NO_SERVER, Text.SERVER_NOT_HTTPS, server.root());
    }
}
