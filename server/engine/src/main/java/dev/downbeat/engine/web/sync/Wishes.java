package dev.downbeat.engine.web.sync;

import dev.downbeat.engine.PlainText;
import dev.downbeat.party.ItemId;
import dev.downbeat.party.PlayerCommand;
import dev.downbeat.party.TrackRequest;
import dev.downbeat.party.Wish;
import dev.downbeat.protocol.WireChange;
import dev.downbeat.protocol.WireCommand;

import java.time.Duration;
import java.util.Optional;

/** The wire's commands as wishes, and the party's commands in the words of the wire. */
public final class Wishes {
    /** In characters; the longest link fits. */
    public static final int LONGEST_QUERY = 2_000;

    private Wishes() {}

    /** Empty for a name that nobody knows, or a position before the beginning. */
    public static Optional<Wish> of(WireCommand command) {
        return switch (command.name()) {
            case "play" -> Optional.of(new Wish.Resume());
            case "pause" -> Optional.of(new Wish.Pause());
            case "seek" ->
                    command.positionMs() < 0
                            ? Optional.empty()
                            : Optional.of(new Wish.Seek(Duration.ofMillis(command.positionMs())));
            case "skip_next" -> Optional.of(new Wish.Skip());
            case "skip_prev" -> Optional.of(new Wish.Previous());
            case "stop" -> Optional.of(new Wish.Stop());
            default -> Optional.empty();
        };
    }

    /** Empty for a name that nobody knows, or without what it needs. */
    public static Optional<Wish> of(WireChange change) {
        return switch (change.name()) {
            case "add" -> add(change.query());
            case "remove" -> Optional.of(new Wish.Remove(new ItemId(change.item())));
            case "move" ->
                    change.index() < 0
                            ? Optional.empty()
                            : Optional.of(new Wish.Move(new ItemId(change.item()), change.index()));
            default -> Optional.empty();
        };
    }

    public static Optional<Wish> add(String query) {
        String text = PlainText.of(query).strip();
        return text.isEmpty() || text.length() > LONGEST_QUERY
                ? Optional.empty()
                : Optional.of(new Wish.Play(new TrackRequest.Typed(text)));
    }

    static WireCommand wire(PlayerCommand command) {
        return switch (command) {
            case PlayerCommand.Play() -> new WireCommand("play", 0);
            case PlayerCommand.Pause() -> new WireCommand("pause", 0);
            case PlayerCommand.Seek(var to) -> new WireCommand("seek", to.toMillis());
            case PlayerCommand.Next() -> new WireCommand("skip_next", 0);
            case PlayerCommand.Previous() -> new WireCommand("skip_prev", 0);
        };
    }
}
