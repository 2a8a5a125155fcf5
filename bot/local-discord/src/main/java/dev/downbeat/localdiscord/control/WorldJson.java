package dev.downbeat.localdiscord.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.downbeat.localdiscord.voice.CapturedFrame;
import dev.downbeat.localdiscord.voice.MediaTrace;
import dev.downbeat.localdiscord.voice.VoiceStatistics;
import dev.downbeat.localdiscord.world.Channel;
import dev.downbeat.localdiscord.world.Guild;
import dev.downbeat.localdiscord.world.Json;
import dev.downbeat.localdiscord.world.User;
import dev.downbeat.localdiscord.world.VoiceState;
import dev.downbeat.localdiscord.world.World;

import java.util.Base64;

/** The control interface's own words for what exists. The caller holds the world. */
final class WorldJson {
    private WorldJson() {}

    static ObjectNode world(World world) {
        ObjectNode json = Json.object();
        json.put("bot_id", Long.toString(world.bot().id()));
        ArrayNode users = json.putArray("users");
        world.users().forEach(user -> users.add(user(user)));
        ArrayNode guilds = json.putArray("guilds");
        world.guilds().values().forEach(guild -> guilds.add(guild(guild)));
        return json;
    }

    private static ObjectNode user(User user) {
        return Json.object()
                .put("id", Long.toString(user.id()))
                .put("name", user.name())
                .put("display_name", user.displayName())
                .put("locale", user.locale())
                .put("bot", user.isBot());
    }

    private static ObjectNode guild(Guild guild) {
        ObjectNode json = Json.object();
        json.put("id", Long.toString(guild.id()));
        json.put("name", guild.name());
        json.put("available", guild.isAvailable());
        ArrayNode channels = json.putArray("channels");
        for (Channel channel : guild.channels().values()) {
            ObjectNode one = channels.addObject();
            one.put("id", Long.toString(channel.id()));
            one.put("name", channel.name());
            one.put("kind", channel.kind() == Channel.Kind.VOICE ? "voice" : "text");
            one.put("status", channel.status());
            ArrayNode people = one.putArray("voice");
            guild.in(channel.id()).forEach(state -> people.add(voice(state)));
        }
        return json;
    }

    private static ObjectNode voice(VoiceState state) {
        return Json.object()
                .put("user_id", Long.toString(state.userId()))
                .put("muted", state.self().muted() || state.server().muted())
                .put("deafened", state.self().deafened() || state.server().deafened());
    }

    static ObjectNode frame(CapturedFrame frame) {
        return Json.object()
                .put("index", frame.index())
                .put("arrival_nanos", frame.arrivalNanos())
                .put("sequence", frame.sequence())
                .put("timestamp", frame.timestamp())
                .put("ssrc", frame.ssrc())
                .put("opus", Base64.getEncoder().encodeToString(frame.payload()));
    }

    static ObjectNode statistics(VoiceStatistics statistics) {
        ObjectNode json = Json.object();
        json.put("packets", statistics.packets());
        json.put("payload_bytes", statistics.payloadBytes());
        json.put("silence_frames", statistics.silenceFrames());
        json.put("lost", statistics.lost());
        json.put("late", statistics.late());
        json.put("pauses", statistics.pauses());
        json.put("undecryptable", statistics.undecryptable());
        json.put("empty_datagrams", statistics.emptyDatagrams());
        json.put("keep_alives", statistics.keepAlives());
        json.put("dropped_on_purpose", statistics.droppedOnPurpose());
        json.put("first_arrival_nanos", statistics.firstArrivalNanos());
        json.put("last_arrival_nanos", statistics.lastArrivalNanos());
        json.put("longest_gap_ms", statistics.longestGapNanos() / 1e6);
        json.put("violations", statistics.violations());
        ArrayNode notes = json.putArray("notes");
        statistics.notes().forEach(notes::add);
        return json;
    }

    static ObjectNode trace(MediaTrace trace) {
        ObjectNode json = Json.object();
        json.put("known_packets", trace.places().size());
        json.put("unknown_packets", trace.unknownPackets());
        json.put("audible_corrections", trace.audibleCorrections().size());
        ArrayNode places = json.putArray("places");
        trace.places()
                .forEach(p ->
                        places.addArray().add(p.index()).add(p.arrivalNanos()).add(p.mediaIndex()));
        ArrayNode steps = json.putArray("steps");
        for (MediaTrace.Step step : trace.steps()) {
            steps.addObject()
                    .put("index", step.to().index())
                    .put("arrival_nanos", step.to().arrivalNanos())
                    .put("from", step.from().mediaIndex())
                    .put("to", step.to().mediaIndex())
                    .put("unknown_between", step.unknownBetween())
                    .put("lost_between", step.lostBetween())
                    .put("quiet_frames", step.quietFrames())
                    .put("off_by", step.offBy())
                    .put("audible", step.isAudibleCorrection());
        }
        return json;
    }
}
