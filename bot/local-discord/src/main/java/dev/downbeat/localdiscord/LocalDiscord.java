package dev.downbeat.localdiscord;

import dev.downbeat.localdiscord.control.Control;
import dev.downbeat.localdiscord.control.ControlRoutes;
import dev.downbeat.localdiscord.control.PageFiles;
import dev.downbeat.localdiscord.gateway.Gateway;
import dev.downbeat.localdiscord.gateway.VoiceStates;
import dev.downbeat.localdiscord.rest.Attachments;
import dev.downbeat.localdiscord.rest.Commands;
import dev.downbeat.localdiscord.rest.Interactions;
import dev.downbeat.localdiscord.rest.Messages;
import dev.downbeat.localdiscord.rest.RestApi;
import dev.downbeat.localdiscord.rest.RestFaults;
import dev.downbeat.localdiscord.rest.RestGate;
import dev.downbeat.localdiscord.voice.VoiceServer;
import dev.downbeat.localdiscord.world.Access;
import dev.downbeat.localdiscord.world.Changes;
import dev.downbeat.localdiscord.world.World;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.SSLSocketFactory;

/** A running Discord on loopback; closing it frees its ports. */
public final class LocalDiscord implements AutoCloseable {
    private final Settings settings;
    private final Optional<Certificates> certificates;
    private final VoiceServer voice;
    private final Control control;
    private final Ports ports;
    private final ScheduledExecutorService sweeper;

    private LocalDiscord(Settings settings) throws IOException {
        this.settings = settings;
        this.certificates = settings.folder().map(Certificates::new);
        if (certificates.isPresent()) {
            certificates.get().makeIfMissing();
        }
        World world = new World(settings.world(), settings.clocks());
        Changes changes = new Changes();
        Access access = new Access(settings.token(), settings.privilegedIntents());
        this.voice =
                new VoiceServer(
                        settings.clocks(),
                        settings.udpPort(),
                        settings.recordedGuilds(),
                        settings.recordedTime());
        Gateway gateway = new Gateway(world, access, settings.heartbeat());
        VoiceStates states = new VoiceStates(world, gateway, voice, changes);
        gateway.serve(states);
        Attachments attachments = new Attachments();
        Messages messages = new Messages(world, gateway, changes, attachments);
        Commands commands = new Commands(world, changes);
        Interactions interactions =
                new Interactions(world, messages, changes, settings.answerDeadline());
        RestFaults faults = new RestFaults();
        RestGate gate = new RestGate(world, access, faults);
        this.control =
                new Control(
                        world,
                        changes,
                        access,
                        gateway,
                        commands,
                        interactions,
                        messages,
                        states,
                        voice,
                        gate,
                        faults);
        RestApi rest = new RestApi(gate, world, gateway, commands, interactions, messages);
        ControlRoutes controls = new ControlRoutes(control);
        PageFiles page = new PageFiles();
        this.ports =
                new Ports(
                        settings,
                        certificates,
                        gateway,
                        voice,
                        routes -> {
                            rest.register(routes);
                            controls.register(routes);
                            page.register(routes);
                            routes.get("/attachments/{id}", http -> attachments.serve(http));
                        });
        gateway.reachableAt(gatewayUrl());
        states.reachableAt(voiceEndpoint());
        attachments.reachableAt("http://127.0.0.1:" + ports.http() + "/attachments/");
        this.sweeper =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("gateway-sweeper").factory());
        var _ = sweeper.scheduleWithFixedDelay(gateway::sweep, 1, 1, TimeUnit.SECONDS);
    }

    /** Starts and returns when every port is open. */
    public static LocalDiscord start(Settings settings) throws IOException {
        return new LocalDiscord(settings);
    }

    /** With version path and slash, as JDA's {@code RestConfig} wants it. */
    public String restUrl() {
        return "http://127.0.0.1:" + ports.http() + RestApi.ROOT + "/";
    }

    public String gatewayUrl() {
        return "ws://127.0.0.1:" + ports.http() + "/gateway";
    }

    /** The page that shows the guild as a person would see it. */
    public String pageUrl() {
        return "http://127.0.0.1:" + ports.http() + "/";
    }

    /** Host and port of the voice gateway; TLS with a folder, plain always. */
    public String voiceEndpoint() {
        return "localhost:" + ports.voice();
    }

    public String token() {
        return settings.token();
    }

    public Control control() {
        return control;
    }

    /** For a client in this process: opens the voice gateway's {@code wss://} without TLS. */
    public static SSLSocketFactory plainSockets() {
        return new PlainSockets();
    }

    /** The PKCS12 trust store for another process; empty without a folder. */
    public Optional<Path> trustStore() {
        return certificates.map(Certificates::trustStore);
    }

    /** The voice server's certificate as PEM; empty without a folder. */
    public Optional<Path> certificate() {
        return certificates.map(Certificates::pem);
    }

    /** The flags that make a Java process trust the voice server; empty without a folder. */
    public String trustFlags() {
        return trustStore()
                .map(store ->
                        "-Djavax.net.ssl.trustStore="
                                + store.toAbsolutePath()
                                + " -Djavax.net.ssl.trustStorePassword="
                                + Certificates.PASSWORD
                                + " -Djavax.net.ssl.trustStoreType=PKCS12")
                .orElse("");
    }

    @Override
    public void close() {
        sweeper.shutdownNow();
        ports.close();
        voice.close();
    }
}
