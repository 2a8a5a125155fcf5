package dev.downbeat.engine.web;

import dev.downbeat.engine.web.sync.Wishes;
import dev.downbeat.protocol.ServerMessage;
import dev.downbeat.protocol.WireTrack;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** What REST says and hears about parties, besides the messages of the socket. */
final class PartyAnswers {
    private PartyAnswers() {}

    record StartParty(
            @Asked(longest = 100) String name, @Asked(words = {"follow", "queue"}) String mode) {
        StartParty {
            name = Texts.orEmpty(name);
            mode = Texts.orEmpty(mode);
        }
    }

    record PartyState(
            ServerMessage.PlaybackState playback, ServerMessage.PlaylistUpdate playlist) {}

    record MyParties(List<PartyState> parties) {}

    /**
     * @param positionMs for {@code seek} only, which needs it
     */
    record PartyCommand(
            @Asked(
                            needed = true,
                            words = {
                                "play",
                                "pause",
                                "seek",
                                "skip_next",
                                "skip_prev",
                                "stop",
                                "follow",
                                "queue",
                                "end"
                            })
                    String name,
            @Asked(least = 0) @Nullable Long positionMs) {
        PartyCommand {
            name = Texts.orEmpty(name);
        }
    }

    /** What came of a wish: a stable code and a sentence for people. */
    record WishDone(String state, String code, String text) {}

    record AddToQueue(@Asked(needed = true, longest = Wishes.LONGEST_QUERY) String query) {
        AddToQueue {
            query = Texts.orEmpty(query);
        }
    }

    record MoveInQueue(@Asked(needed = true, least = 0) @Nullable Integer index) {}

    /**
     * @param total how many items wait
     */
    record QueuePage(long total, ServerMessage.PlaylistUpdate page) {}

    /**
     * @param source the player's kind as the companion names it, or the source of the party's track
     * @param from {@code companion} or {@code party}
     * @param at server time at which the position was true, ms
     */
    record Playing(
            String source,
            String from,
            String party,
            WireTrack track,
            String state,
            long positionMs,
            double at) {}

    record NowPlaying(double serverTime, List<Playing> playing) {}
}
