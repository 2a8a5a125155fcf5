package dev.downbeat.companion.hosting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.downbeat.companion.detectors.Reading;
import dev.downbeat.companion.home.Link;
import dev.downbeat.companion.home.Settings;
import dev.downbeat.protocol.ServerMessage.PlaybackState;

import java.util.Locale;
import java.util.Optional;

/**
 * What the running companion does, for {@code status}.
 *
 * @param rttMs round trip behind the clock's estimate, -1 while not known
 * @param doing what the player does: {@code playing}, {@code paused}, {@code stopped}, or {@value
 *     #OTHER_SPEED}; empty without one
 * @param partyState empty while there is no party, or none is known for want of a connection
 * @param partyMode {@value #QUEUE} when the party does not follow this player
 * @param partySearch {@value #NOT_FOUND} when no source has the track
 * @param uploads whether the file that plays may be sent
 * @param folders how many are shared
 * @param againInMs when the next try to connect comes; 0 while one is under way
 */
public record HostStatus(
        String server,
        String account,
        boolean online,
        double rttMs,
        String player,
        String source,
        String doing,
        String title,
        String artist,
        String party,
        String partyState,
        String partyMode,
        String partySearch,
        boolean uploads,
        int folders,
        double againInMs) {
    /** It plays, but no party can follow it. */
    public static final String OTHER_SPEED = "other_speed";

    public static final String QUEUE = "queue";

    public static final String NOT_FOUND = "not_found";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The party holds the music while the player is faster or slower than this. */
    private static final double RATE_TOLERANCE = 0.03;

    /** What a companion that hosts answered to {@code status}. */
    public static HostStatus read(String line) {
        try {
            return JSON.readValue(line, HostStatus.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the companion's answer cannot be read", e);
        }
    }

    /** The answer to {@code status}, in one line. */
    public String written() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a status that cannot be written", e);
        }
    }

    /** Whether the player plays at a speed that the party waits out. */
    public boolean playsAtOtherSpeed() {
        return doing.equals(OTHER_SPEED);
    }

    private static String doing(Reading reading) {
        return reading.isPlaying() && Math.abs(reading.rate() - 1) > RATE_TOLERANCE
                ? OTHER_SPEED
                : reading.status().name().toLowerCase(Locale.ROOT);
    }

    /** Whether the server said, on the connection that stands, that a party goes on. */
    public boolean partyGoesOn() {
        return !partyState.isEmpty();
    }

    /** Whether it is this player's track that no source has. */
    public boolean lacksTheTrack() {
        return partySearch.equals(NOT_FOUND) && !partyMode.equals(QUEUE) && !player.isEmpty();
    }

    HostStatus tryingIn(double ms) {
        return new HostStatus(
                server,
                account,
                online,
                rttMs,
                player,
                source,
                doing,
                title,
                artist,
                party,
                partyState,
                partyMode,
                partySearch,
                uploads,
                folders,
                online ? 0 : Math.max(0, ms));
    }

    static HostStatus starting(Link link, Settings settings) {
        return of(link, false, -1, Optional.empty(), Optional.empty(), settings);
    }

    static HostStatus of(
            Link link,
            boolean online,
            double rttMs,
            Optional<Reading> lead,
            Optional<PlaybackState> party,
            Settings settings) {
        return new HostStatus(
                link.server().toString(),
                link.account(),
                online,
                rttMs,
                lead.map(reading -> reading.player().label()).orElse(""),
                lead.map(reading -> reading.player().kind().source()).orElse(""),
                lead.map(HostStatus::doing).orElse(""),
                lead.map(reading -> reading.track().title()).orElse(""),
                lead.map(reading -> reading.track().artist()).orElse(""),
                party.map(PlaybackState::name).orElse(""),
                party.map(PlaybackState::state).orElse(""),
                party.map(PlaybackState::mode).orElse(""),
                party.map(PlaybackState::search).orElse(""),
                settings.uploads(),
                settings.folders().size(),
                0);
    }
}
