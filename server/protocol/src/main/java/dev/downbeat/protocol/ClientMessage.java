package dev.downbeat.protocol;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * What a companion (later a browser) says over the socket; one JSON object each, named by {@code
 * type}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ClientMessage.Hello.class, name = "hello"),
    @JsonSubTypes.Type(value = ClientMessage.Ping.class, name = "ping"),
    @JsonSubTypes.Type(value = ClientMessage.Host.class, name = "host"),
    @JsonSubTypes.Type(value = ClientMessage.Report.class, name = "playback_report"),
    @JsonSubTypes.Type(value = ClientMessage.Command.class, name = "playback_command"),
    @JsonSubTypes.Type(
            value = ClientMessage.PlaylistChange.class,
            name = "request_playlist_change"),
    @JsonSubTypes.Type(value = ClientMessage.UploadAnswer.class, name = "upload_answer"),
    @JsonSubTypes.Type(value = ClientMessage.Bye.class, name = "bye"),
})
public sealed interface ClientMessage {

    /** First frame: which protocol versions the client speaks, and who it is for people to read. */
    record Hello(int protocolMin, int protocolMax, String client) implements ClientMessage {
        public Hello {
            client = Words.orEmpty(client);
        }
    }

    /**
     * One probe of the clock, which also tells what the earlier ones have shown.
     *
     * @param clientTime the sender's monotonic clock, ms with fraction; only its differences count
     * @param offset what to add to the sender's clock to get server time, ms with fraction, by the
     *     sender's {@link ClockOffset}; the newest one holds for the reports that follow
     * @param rtt round trip of the probe that {@code offset} rests on, ms; not above 0 while the
     *     offset is not known
     */
    record Ping(long id, double clientTime, double offset, double rtt) implements ClientMessage {
        /** Whether {@code offset} may be used. */
        public boolean measured() {
            return rtt > 0;
        }
    }

    /**
     * From here on this companion reports for its account's party; one is made where there is none.
     *
     * @param uploads whether the host allowed to upload the file that plays
     */
    record Host(boolean uploads) implements ClientMessage {}

    /**
     * One reading of the host's player; only the newest is ever kept.
     *
     * @param seq grows by one with each report of this connection
     * @param capturedAt the sender's monotonic clock at the reading, ms with fraction
     * @param status {@code playing}, {@code paused} or {@code stopped}
     * @param source coarse kind for people: {@code local player}, {@code browser}, {@code spotify}
     */
    record Report(
            long seq,
            double capturedAt,
            WireTrack track,
            String status,
            long positionMs,
            boolean positionKnown,
            double rate,
            String source)
            implements ClientMessage {
        public Report {
            track = WireTrack.orUnknown(track);
            status = Words.orEmpty(status);
            source = Words.orEmpty(source);
        }
    }

    /** A playback wish of the sender. {@code id} is its idempotency key. */
    record Command(String id, WireCommand command) implements ClientMessage {
        public Command {
            id = Words.orEmpty(id);
            command = WireCommand.orNone(command);
        }
    }

    /** A change of the queue. {@code id} is its idempotency key. */
    record PlaylistChange(String id, WireChange change) implements ClientMessage {
        public PlaylistChange {
            id = Words.orEmpty(id);
            change = WireChange.orNone(change);
        }
    }

    /**
     * The answer to {@link ServerMessage.UploadWanted}.
     *
     * @param length of the file in bytes; 0 when refused
     * @param fileName {@code track} and the file's ending, never its own name; empty when refused
     * @param refusal empty when accepted, else one of {@code not_allowed}, {@code not_shared},
     *     {@code not_a_file}, {@code not_music}, {@code changed}, {@code too_large}
     */
    record UploadAnswer(String upload, long length, String fileName, String refusal)
            implements ClientMessage {
        public UploadAnswer {
            upload = Words.orEmpty(upload);
            fileName = Words.orEmpty(fileName);
            refusal = Words.orEmpty(refusal);
        }
    }

    /** The companion leaves on purpose: the host is not lost, the party goes on by itself. */
    record Bye() implements ClientMessage {}
}
