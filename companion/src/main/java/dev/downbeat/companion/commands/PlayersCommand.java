package dev.downbeat.companion.commands;

import dev.downbeat.companion.control.Knock;
import dev.downbeat.companion.detectors.Detector;
import dev.downbeat.companion.detectors.Player;
import dev.downbeat.companion.home.SettingsFile.Membership;
import dev.downbeat.companion.words.Text;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which players may be seen; none at first. */
final class PlayersCommand implements Command {
    @Override
    public String word() {
        return "players";
    }

    @Override
    public Text help() {
        return Text.HELP_PLAYERS;
    }

    @Override
    public int run(List<String> arguments, Desk desk) throws IOException {
        String what = arguments.isEmpty() ? "list" : arguments.getFirst();
        if (arguments.size() <= 1 && what.equals("list")) {
            return list(desk).code();
        }
        if (arguments.equals(List.of("enable")) || arguments.equals(List.of("disable"))) {
            return incomplete(desk, what, Text.MISSING_PLAYER);
        }
        if (arguments.size() != 2) {
            return misused(desk);
        }
        return switch (what) {
            case "enable" -> change(arguments.get(1), Membership.IN, desk);
            case "disable" -> change(arguments.get(1), Membership.OUT, desk);
            default -> misused(desk);
        };
    }

    private static int change(String name, Membership membership, Desk desk) throws IOException {
        desk.settings().put("players", name, membership);
        boolean _ = Knock.ask(desk.folders().socket(), "reload", _ -> {});
        switch (membership) {
            case IN -> enabled(name, desk);
            case OUT -> desk.say(Text.PLAYER_OFF, name);
        }
        return Exit.DONE.code();
    }

    private static void enabled(String name, Desk desk) throws IOException {
        desk.say(Text.PLAYER_ON, name);
        Optional<List<Player>> running = running(desk);
        if (running.isEmpty()) {
            return;
        }
        List<Player> named =
                running.get().stream().filter(player -> player.name().equals(name)).toList();
        if (named.isEmpty()) {
            notHere(name, running.get(), desk);
        } else if (named.getFirst().kind().isBrowser()) {
            desk.say(Text.PLAYER_PRIVATE, name);
        }
    }

    private static void notHere(String name, List<Player> running, Desk desk) throws IOException {
        Optional<String> meant =
                NearestName.to(name, running.stream().map(Player::name).distinct().toList());
        if (meant.isPresent()) {
            desk.say(Text.PLAYER_MEANT, name, meant.get());
        } else {
            desk.say(Text.PLAYER_NOT_HERE, name);
            show(running, Set.copyOf(desk.settings().read().players()), desk);
        }
    }

    /** Who hosts while none of the enabled players runs may have meant one that does. */
    static void hint(List<String> enabled, Desk desk) {
        try {
            Set<String> here = new LinkedHashSet<>();
            seen(desk).forEach(player -> here.add(player.name()));
            if (!here.isEmpty() && enabled.stream().noneMatch(here::contains)) {
                desk.say(Text.NO_ENABLED_PLAYER_RUNS, String.join(", ", here));
            }
        } catch (IOException _) {
            // That no player can be seen is said by whoever watches them.
        }
    }

    /** Those that run and those that are enabled, each once; whether players can be seen at all. */
    static Exit list(Desk desk) throws IOException {
        Set<String> on = new LinkedHashSet<>(desk.settings().read().players());
        Optional<List<Player>> running = running(desk);
        running.ifPresent(players -> show(players, on, desk));
        running.stream().flatMap(List::stream).map(Player::name).forEach(on::remove);
        if (running.isPresent() && !on.isEmpty()) {
            desk.say(Text.PLAYERS_ENABLED);
        }
        on.forEach(name -> desk.say(Text.PLAYER_LINE_ON, name, ""));
        return running.isPresent() ? Exit.DONE : Exit.BROKEN;
    }

    private static void show(List<Player> running, Set<String> on, Desk desk) {
        Map<String, String> labels = new LinkedHashMap<>();
        running.forEach(player -> labels.put(player.name(), player.label()));
        desk.say(labels.isEmpty() ? Text.NO_PLAYERS_HERE : Text.PLAYERS_HERE);
        labels.forEach((name, label) ->
                desk.say(
                        on.contains(name) ? Text.PLAYER_LINE_ON : Text.PLAYER_LINE_OFF,
                        name,
                        label));
    }

    /** Empty, and said so, when players cannot be seen at all. */
    private static Optional<List<Player>> running(Desk desk) {
        try {
            return Optional.of(seen(desk));
        } catch (IOException e) {
            int _ = desk.fail(Exit.BROKEN, Text.CANNOT_SEE, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private static List<Player> seen(Desk desk) throws IOException {
        List<Player> players = new ArrayList<>();
        for (Detector detector : desk.detectors()) {
            players.addAll(detector.players());
        }
        return players;
    }
}
