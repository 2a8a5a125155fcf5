package dev.downbeat.localdiscord.world;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Where in voice somebody is; channel 0 means he has just left. */
public record VoiceState(
        long guildId, long channelId, long userId, String sessionId, Hearing self, Hearing server) {
    /** Muted and deafened, by oneself or by a moderator. */
    public record Hearing(boolean muted, boolean deafened) {
        public static final Hearing OPEN = new Hearing(false, false);
    }

    public VoiceState in(long channel) {
        return new VoiceState(guildId, channel, userId, sessionId, self, server);
    }

    public VoiceState withSelf(Hearing hearing) {
        return new VoiceState(guildId, channelId, userId, sessionId, hearing, server);
    }

    public VoiceState withServer(Hearing hearing) {
        return new VoiceState(guildId, channelId, userId, sessionId, self, hearing);
    }

    public ObjectNode json() {
        ObjectNode json = Json.object();
        json.put("guild_id", Long.toString(guildId));
        if (channelId == 0) {
            json.putNull("channel_id");
        } else {
            json.put("channel_id", Long.toString(channelId));
        }
        json.put("user_id", Long.toString(userId));
        json.put("session_id", sessionId);
        json.put("deaf", server.deafened());
        json.put("mute", server.muted());
        json.put("self_deaf", self.deafened());
        json.put("self_mute", self.muted());
        json.put("self_stream", false);
        json.put("self_video", false);
        json.put("suppress", false);
        json.putNull("request_to_speak_timestamp");
        return json;
    }
}
