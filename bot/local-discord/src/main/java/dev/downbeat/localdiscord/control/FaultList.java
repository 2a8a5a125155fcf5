package dev.downbeat.localdiscord.control;

import dev.downbeat.localdiscord.gateway.VoiceStates.MoveOrder;
import dev.downbeat.localdiscord.rest.RestFaults.Scope;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The faults by the names the HTTP interface gives them. */
final class FaultList {
    private final Map<String, Consumer<Request>> faults = new TreeMap<>();

    FaultList(Faults faults) {
        gateway(faults);
        voice(faults);
        rest(faults);
        add("clear", _ -> faults.clear());
    }

    private void add(String name, Consumer<Request> act) {
        faults.put(name, act);
    }

    private void gateway(Faults faults) {
        add("gateway_close", _ -> faults.closeGateway());
        add("gateway_reset", _ -> faults.resetGateway());
        add("gateway_down", r -> faults.gatewayDown(r.millis("ms", 6_000)));
        add("gateway_up", _ -> faults.gatewayUp());
        add("reconnect", _ -> faults.askToReconnect());
        add("invalid_session", _ -> faults.invalidSession());
        add("invalid_session_resumable", _ -> faults.invalidSessionResumable());
        add("heartbeats_ignored", _ -> faults.ignoreHeartbeats());
        add("heartbeats_acknowledged", _ -> faults.acknowledgeHeartbeats());
        add("token_revoked", _ -> faults.revokeToken());
        add("guild_outage", r -> faults.guildOutage(r.guildInBody()));
        add("guild_back", r -> faults.guildBack(r.guildInBody()));
    }

    private void voice(Faults faults) {
        add("voice_close", r -> faults.closeVoice(r.guildInBody(), r.number("code", 4006)));
        add("voice_reset", r -> faults.cutVoice(r.guildInBody()));
        add(
                "voice_server_move",
                r ->
                        faults.moveVoiceServer(
                                r.guildInBody(),
                                r.truth("server_first")
                                        ? MoveOrder.NEW_SERVER_COMES_FIRST
                                        : MoveOrder.SOCKET_CLOSES_FIRST));
        add("dave_required", _ -> faults.requireDave());
        add("dave_optional", _ -> faults.allowPlainVoice());
        add("udp_loss", r -> faults.loseUdp(r.number("percent", 100)));
    }

    private void rest(Faults faults) {
        add(
                "rest_limited",
                r ->
                        faults.limitRest(
                                scope(r.text("scope", "route")),
                                r.millis("ms", 1_000),
                                r.text("path", ""),
                                r.number("times", 1)));
        add(
                "rest_status",
                r ->
                        faults.breakRest(
                                r.number("status", 503), r.text("path", ""), r.number("times", 1)));
        add("rest_cut", r -> faults.cutRest(r.text("path", ""), r.number("times", 1)));
        add("rest_slow", r -> faults.slowRest(r.millis("ms", 1_000), r.text("path", "")));
    }

    private static Scope scope(String name) {
        return Scope.valueOf(name.toUpperCase(Locale.ROOT));
    }

    void inject(String name, Request request) {
        Consumer<Request> fault = faults.get(name);
        if (fault == null) {
            throw CommandData.refuse("There is no fault " + name + ", only " + faults.keySet());
        }
        fault.accept(request);
    }
}
