package dev.downbeat.demo.bench;

import dev.downbeat.localdiscord.control.Control;
import dev.downbeat.localdiscord.gateway.VoiceStates.MoveOrder;
import dev.downbeat.localdiscord.rest.RestFaults.Scope;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One thing that Discord does to a bot which plays. */
record Fault(String name, Deed deed) {

    /** Does it to the bot in {@code guild}, which plays in {@code voice}; may take its time. */
    interface Deed {
        void to(Control control, long guild, long voice, long lounge) throws InterruptedException;
    }

    /** Those that cost a rejoin are more than a minute apart, as they would be in life. */
    static final List<Fault> ALL =
            List.of(
                    new Fault("voice_4006", (c, g, v, l) -> c.faults().closeVoice(g, 4006)),
                    new Fault("gateway_close", (c, g, v, l) -> c.faults().closeGateway()),
                    new Fault("gateway_reset", (c, g, v, l) -> c.faults().resetGateway()),
                    new Fault("voice_4014", (c, g, v, l) -> c.faults().closeVoice(g, 4014)),
                    new Fault(
                            "gateway_down_6s",
                            (c, g, v, l) -> c.faults().gatewayDown(Duration.ofSeconds(6))),
                    new Fault("op7", (c, g, v, l) -> c.faults().askToReconnect()),
                    new Fault("voice_4015", (c, g, v, l) -> c.faults().closeVoice(g, 4015)),
                    new Fault(
                            "op9_resumable", (c, g, v, l) -> c.faults().invalidSessionResumable()),
                    new Fault("voice_cut", (c, g, v, l) -> c.faults().cutVoice(g)),
                    new Fault("voice_4022", (c, g, v, l) -> c.faults().closeVoice(g, 4022)),
                    new Fault("moved", (c, g, v, l) -> c.moderator().moveBot(g, l)),
                    new Fault("moved_back", (c, g, v, l) -> c.moderator().moveBot(g, v)),
                    new Fault("op9_not_resumable", (c, g, v, l) -> c.faults().invalidSession()),
                    new Fault(
                            "voice_server_move",
                            (c, g, v, l) ->
                                    c.faults().moveVoiceServer(g, MoveOrder.SOCKET_CLOSES_FIRST)),
                    new Fault("udp_lost_5s", Fault::lostPackets),
                    new Fault("guild_outage_3s", Fault::outage),
                    new Fault(
                            "rest_429",
                            (c, g, v, l) ->
                                    c.faults()
                                            .limitRest(Scope.ROUTE, Duration.ofSeconds(2), "", 5)),
                    new Fault("rest_500", (c, g, v, l) -> c.faults().breakRest(500, "", 5)),
                    new Fault("rest_slow_5s", Fault::slowRest));

    private static void outage(Control control, long guild, long voice, long lounge)
            throws InterruptedException {
        control.faults().guildOutage(guild);
        TimeUnit.SECONDS.sleep(3);
        control.faults().guildBack(guild);
    }

    /** One packet of five for five seconds: what the network loses is lost to both. */
    private static void lostPackets(Control control, long guild, long voice, long lounge)
            throws InterruptedException {
        control.faults().loseUdp(20);
        TimeUnit.SECONDS.sleep(5);
        control.faults().loseUdp(0);
    }

    private static void slowRest(Control control, long guild, long voice, long lounge)
            throws InterruptedException {
        control.faults().slowRest(Duration.ofSeconds(5), "");
        TimeUnit.SECONDS.sleep(6);
        control.faults().clear();
    }
}
