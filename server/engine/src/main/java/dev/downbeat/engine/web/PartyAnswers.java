package dev.downbeat.engine.web;

import dev.downbeat.protocol.ServerMessage;
import dev.downbeat.protocol.WireTrack;

import java.util.List;

/** What REST says and hears about parties, besides the messages of the socket. */
final class PartyAnswers {
    private PartyAnswers() {}

    /**
     * @param mode {@code follow} or {@code queue}
     */
    record StartParty(String name, String mode) {
        StartParty {
            name = Texts.orEmpty(name);
            mode = Texts.orEmpty(mode);
        }
    }

    record PartyState(
            ServerMessage.PlaybackState playback, ServerMessage.PlaylistUpdate playlist) {}

    record MyParties(List<PartyState> parties) {}

    /**
     * @param name {@code play}, {@code pause}, {@code seek}, {@code skip_next}, {@code skip_prev},
     *     {@code stop}, {@code follow}, {@code queue} or {@code end}
     */
    record PartyCommand(String name, long positionMs) {
        PartyCommand {
            name = Texts.orEmpty(name);
        }
    }

    /** What came of a wish: a stable code and a sentence for people. */
    record WishDone(String state, String code, String text) {}

    record AddToQueue(String query) {
        AddToQueue {
            query = Texts.orEmpty(query);
        }
    }

    record MoveInQueue(int index) {}

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
