package dev.downbeat.protocol;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

import java.util.List;

/**
 * What the server says over the socket. State messages are full snapshots; the highest revision
 * wins.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ServerMessage.Hello.class, name = "hello"),
    @JsonSubTypes.Type(value = ServerMessage.Pong.class, name = "pong"),
    @JsonSubTypes.Type(value = ServerMessage.PlaybackState.class, name = "playback_state"),
    @JsonSubTypes.Type(value = ServerMessage.PlaylistUpdate.class, name = "playlist_update"),
    @JsonSubTypes.Type(value = ServerMessage.RequestUpdate.class, name = "request_update"),
    @JsonSubTypes.Type(value = ServerMessage.Command.class, name = "playback_command"),
    @JsonSubTypes.Type(value = ServerMessage.UploadWanted.class, name = "upload_wanted"),
    @JsonSubTypes.Type(value = ServerMessage.Superseded.class, name = "superseded"),
    @JsonSubTypes.Type(value = ServerMessage.Trouble.class, name = "error"),
})
public sealed interface ServerMessage {

    /**
     * @param protocol the version chosen
     * @param epoch the server clock's epoch, renewed at each start; offsets of another are void
     * @param discordApplicationId empty without Discord
     * @param account for people to read, for example the Discord name
     */
    record Hello(
            int protocol,
            String server,
            String epoch,
            double serverTime,
            String discordApplicationId,
            String account,
            long pingEveryMs)
            implements ServerMessage {
        public Hello {
            server = Words.orEmpty(server);
            epoch = Words.orEmpty(epoch);
            discordApplicationId = Words.orEmpty(discordApplicationId);
            account = Words.orEmpty(account);
        }
    }

    /** Answers a ping: server clock at receipt and at sending, ms with fraction. */
    record Pong(long id, double clientTime, double receivedAt, double sentAt)
            implements ServerMessage {}

    /**
     * @param party empty when the receiver is in none
     * @param revision grows with every visible change of the party
     * @param effectiveAt server time from which this holds, ms
     * @param state {@code silent}, {@code buffering}, {@code playing}, {@code paused} or {@code
     *     ended}
     * @param positionMs media position at {@code effectiveAt}
     * @param search empty, or in words what the party waits for ({@code asking}, {@code waiting},
     *     {@code not_found}, {@code failed})
     * @param etaMs with {@code waiting}, how long it will take
     * @param problem with {@code failed}, which kind of failure, a stable code
     * @param reason with {@code failed}, why exactly where that is known: a stable code and what it
     *     is about, with blanks between
     */
    record PlaybackState(
            String party,
            String name,
            long revision,
            double serverTime,
            double effectiveAt,
            String state,
            WireTrack track,
            long positionMs,
            String source,
            String why,
            String mode,
            boolean host,
            boolean autopilot,
            String search,
            long etaMs,
            String problem,
            String reason)
            implements ServerMessage {
        public PlaybackState {
            party = Words.orEmpty(party);
            name = Words.orEmpty(name);
            state = Words.orEmpty(state);
            track = WireTrack.orUnknown(track);
            source = Words.orEmpty(source);
            why = Words.orEmpty(why);
            mode = Words.orEmpty(mode);
            search = Words.orEmpty(search);
            problem = Words.orEmpty(problem);
            reason = Words.orEmpty(reason);
        }
    }

    record PlaylistUpdate(String party, long revision, double serverTime, List<WireItem> items)
            implements ServerMessage {
        public PlaylistUpdate {
            party = Words.orEmpty(party);
            items = Words.orNone(items);
        }
    }

    /**
     * What became of a wish.
     *
     * @param id the wish's idempotency key
     * @param state {@code done} or {@code refused}
     * @param code stable, for programs
     * @param text for people
     */
    record RequestUpdate(String id, String state, String code, String text)
            implements ServerMessage {
        public RequestUpdate {
            id = Words.orEmpty(id);
            state = Words.orEmpty(state);
            code = Words.orEmpty(code);
            text = Words.orEmpty(text);
        }
    }

    /** For the host's own player. */
    record Command(WireCommand command) implements ServerMessage {
        public Command {
            command = WireCommand.orNone(command);
        }
    }

    /** No source has the playing track: would the companion upload it? */
    record UploadWanted(String upload, WireTrack track) implements ServerMessage {
        public UploadWanted {
            upload = Words.orEmpty(upload);
            track = WireTrack.orUnknown(track);
        }
    }

    /** A newer companion of the same account took over; this one must not reconnect by itself. */
    record Superseded(String text) implements ServerMessage {
        public Superseded {
            text = Words.orEmpty(text);
        }
    }

    record Trouble(String code, String text) implements ServerMessage {
        public Trouble {
            code = Words.orEmpty(code);
            text = Words.orEmpty(text);
        }
    }
}
