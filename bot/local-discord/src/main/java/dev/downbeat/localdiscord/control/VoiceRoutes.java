package dev.downbeat.localdiscord.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.downbeat.localdiscord.voice.CapturedFrame;
import dev.downbeat.localdiscord.voice.MediaTrace;
import dev.downbeat.localdiscord.voice.OggOpus;
import dev.downbeat.localdiscord.voice.Opus;
import dev.downbeat.localdiscord.voice.Recording;
import dev.downbeat.localdiscord.voice.Timeline;
import dev.downbeat.localdiscord.world.Json;

import io.javalin.config.RoutesConfig;
import io.javalin.websocket.WsConfig;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What a guild's voice received, over HTTP: numbers, frames, sound. */
final class VoiceRoutes {
    private static final Logger LOG = LoggerFactory.getLogger(VoiceRoutes.class);
    private static final String ROOT = "/control/voice/{guild}";
    private static final int FRAME_HEADER = 38;

    private final Control control;

    VoiceRoutes(Control control) {
        this.control = control;
    }

    void register(RoutesConfig routes) {
        routes.get(ROOT, http -> ControlRoutes.reply(control, http, this::statistics));
        routes.get(ROOT + "/frames", http -> ControlRoutes.reply(control, http, this::frames));
        routes.get(
                ROOT + "/frames.bin",
                http -> ControlRoutes.answer(control, http, this::framesBinary));
        routes.get(ROOT + "/capture.ogg", http -> ControlRoutes.answer(control, http, this::ogg));
        routes.post(ROOT + "/trace", http -> ControlRoutes.reply(control, http, this::trace));
        routes.ws(ROOT + "/listen", this::listen);
    }

    private Recording recording(Request request) {
        long guild = request.guild();
        synchronized (control.world()) {
            control.guild(guild);
        }
        return control.recording(guild);
    }

    private JsonNode statistics(Request request) {
        Recording recording = recording(request);
        ObjectNode json = WorldJson.statistics(recording.statistics());
        json.put("next_index", recording.nextIndex());
        recording.oldestIndex().ifPresent(index -> json.put("oldest_index", index));
        json.put("connected", control.voice().connectedGuilds().contains(request.guild()));
        json.put("speaking", control.voice().isSpeaking(request.guild()));
        json.put("now_nanos", control.world().clocks().now());
        json.put("now_wall_ms", control.world().clocks().wall().millis());
        control.voice().ssrc(request.guild()).ifPresent(ssrc -> json.put("ssrc", ssrc));
        control.voice()
                .daveOffered(request.guild())
                .ifPresent(version -> json.put("dave_version_offered", version));
        control.botChannel(request.guild())
                .ifPresent(channel -> json.put("channel_id", Long.toString(channel)));
        return json;
    }

    private List<CapturedFrame> asked(Request request) {
        return recording(request)
                .since(request.query("since", 0), (int) request.query("limit", 30_000));
    }

    private JsonNode frames(Request request) {
        ObjectNode json = Json.object();
        ArrayNode list = json.putArray("frames");
        asked(request).forEach(frame -> list.add(WorldJson.frame(frame)));
        json.put("now_nanos", control.world().clocks().now());
        json.put("now_wall_ms", control.world().clocks().wall().millis());
        return json;
    }

    /** Per frame, big-endian: index, arrival, sequence, timestamp (8 each), ssrc (4), size (2). */
    private void framesBinary(Request request) {
        List<CapturedFrame> frames = asked(request);
        int size = frames.stream().mapToInt(f -> FRAME_HEADER + f.payload().length).sum();
        ByteBuffer bytes = ByteBuffer.allocate(size);
        for (CapturedFrame frame : frames) {
            bytes.putLong(frame.index()).putLong(frame.arrivalNanos());
            bytes.putLong(frame.sequence()).putLong(frame.timestamp());
            bytes.putInt(frame.ssrc()).putShort((short) frame.payload().length);
            bytes.put(frame.payload());
        }
        request.http().contentType("application/octet-stream").result(bytes.array());
    }

    private void ogg(Request request) {
        long from = request.query("from", 0);
        long to = request.query("to", Long.MAX_VALUE);
        List<CapturedFrame> frames =
                recording(request).since(from).stream().filter(f -> f.index() < to).toList();
        request.http()
                .contentType("audio/ogg")
                .result(OggOpus.file(Timeline.withSilence(frames), 0));
    }

    /** Body: {@code {frames: [base64, ...]}}, the sequence in order. */
    private JsonNode trace(Request request) {
        List<Opus> sequence =
                request.list("frames").stream()
                        .map(text -> new Opus(Base64.getDecoder().decode(text)))
                        .toList();
        return WorldJson.trace(MediaTrace.of(asked(request), sequence));
    }

    private void listen(WsConfig ws) {
        Map<String, AutoCloseable> open = new ConcurrentHashMap<>();
        ws.onConnect(context -> {
            String guild = context.pathParam("guild");
            String origin = context.header("Origin");
            if (!LoopbackOnly.isLoopback(String.valueOf(context.host()))
                    || (origin != null && !origin.equals("http://" + context.host()))
                    || !guild.matches("\\d{1,19}")) {
                context.closeSession(1008, "Refused");
                return;
            }
            Listening listening = new Listening(context.session);
            open.put(
                    context.sessionId(),
                    control.recording(Long.parseLong(guild)).listen(listening::heard));
        });
        ws.onClose(context -> stop(open.remove(context.sessionId())));
    }

    private static void stop(@Nullable AutoCloseable listening) {
        try {
            if (listening != null) {
                listening.close();
            }
        } catch (Exception e) {
            LOG.warn("A listener did not end cleanly", e);
        }
    }
}
