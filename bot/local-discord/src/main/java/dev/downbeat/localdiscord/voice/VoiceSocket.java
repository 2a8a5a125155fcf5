package dev.downbeat.localdiscord.voice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.downbeat.localdiscord.world.Json;

import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.jspecify.annotations.Nullable;

/** One WebSocket of the voice gateway; its messages arrive one after another. */
public final class VoiceSocket {
    private final VoiceServer server;
    private final Session socket;
    private @Nullable VoiceSession session;

    public VoiceSocket(VoiceServer server, Session socket) {
        this.server = server;
        this.socket = socket;
    }

    public void opened() {
        reply(VoiceServer.hello());
    }

    public void heard(String text) {
        JsonNode message = Json.parse(text).orElse(Json.object());
        JsonNode d = message.path("d");
        switch (message.path("op").asInt(-1)) {
            case 0 -> identify(d);
            case 1 -> selectProtocol(d);
            case 3 -> reply(VoiceServer.message(6, Json.object().set("t", beat(d))));
            case 5 -> speak(d);
            case 7 -> resume(d);
            case 12, 23, 31 -> {}
            default -> close(4001, "Unknown opcode");
        }
    }

    private static JsonNode beat(JsonNode d) {
        return d.isObject() ? d.path("t") : d;
    }

    private void identify(JsonNode d) {
        if (session != null) {
            close(4005, "Already authenticated");
            return;
        }
        VoiceSession found = server.presented(d).orElse(null);
        if (found == null || Json.id(d.path("user_id")) != found.userId) {
            close(4006, "Session is no longer valid");
            return;
        }
        found.offered(d.path("max_dave_protocol_version").asInt(0));
        if (found.daveOffered() < server.minimumDave()) {
            close(4017, "E2EE/DAVE protocol required");
            return;
        }
        session = found;
        found.attach(socket);
        found.recording.begin(found.ssrc);
        ObjectNode ready = Json.object();
        ready.put("ssrc", found.ssrc);
        ready.put("ip", VoiceUdp.HOST);
        ready.put("port", server.udp().port());
        ready.putArray("modes").add(Transport.MODE);
        ready.putArray("experiments");
        reply(VoiceServer.message(2, ready));
    }

    private void selectProtocol(JsonNode d) {
        if (session == null) {
            close(4003, "Not authenticated");
        } else if (!d.path("protocol").asText().equals("udp")) {
            close(4012, "Unknown protocol");
        } else if (!d.path("data").path("mode").asText().equals(Transport.MODE)) {
            close(4016, "Unknown encryption mode");
        } else {
            ObjectNode description = Json.object();
            description.put("mode", Transport.MODE);
            description.set("secret_key", session.keyJson());
            description.put("dave_protocol_version", 0);
            description.put("audio_codec", "opus");
            reply(VoiceServer.message(4, description));
        }
    }

    private void speak(JsonNode d) {
        if (session == null) {
            close(4003, "Not authenticated");
        } else {
            session.speaks(d.path("speaking").asInt());
        }
    }

    private void resume(JsonNode d) {
        VoiceSession found = server.presented(d).orElse(null);
        if (found == null || found.daveOffered() < server.minimumDave()) {
            close(4006, "Session is no longer valid");
            return;
        }
        session = found;
        found.attach(socket);
        reply(VoiceServer.message(9, null));
        found.replay(d.path("seq_ack").asInt(0));
    }

    public void closed() {
        if (session != null) {
            session.detach(socket);
        }
    }

    private void reply(ObjectNode message) {
        socket.sendText(Json.text(message), Callback.NOOP);
    }

    private void close(int code, String reason) {
        socket.close(code, reason, Callback.NOOP);
    }
}
