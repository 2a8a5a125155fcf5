package dev.downbeat.companion.hosting;

import dev.downbeat.companion.Monotonic;
import dev.downbeat.companion.detectors.Detector;
import dev.downbeat.companion.detectors.Player;
import dev.downbeat.companion.detectors.Reading;
import dev.downbeat.companion.detectors.Sight;
import dev.downbeat.companion.home.Link;
import dev.downbeat.companion.home.Settings;
import dev.downbeat.companion.sync.SentLog;
import dev.downbeat.companion.sync.SyncClient;
import dev.downbeat.companion.sync.SyncEvents.Ending;
import dev.downbeat.companion.upload.Uploads;
import dev.downbeat.companion.words.Speech;
import dev.downbeat.companion.words.Text;
import dev.downbeat.protocol.ClientMessage;
import dev.downbeat.protocol.ServerMessage;
import dev.downbeat.protocol.WireCommand;
import dev.downbeat.protocol.WireTrack;

import org.jspecify.annotations.Nullable;

import java.net.http.HttpClient;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Hosting, from the first connection to the last goodbye: one thread owns all state, detectors and
 * socket only put events into its inbox.
 */
public final class Host {
    private final Monotonic clock;
    private final Link link;
    private final List<Detector> detectors;
    private final Supplier<Settings> reread;
    private final Speech speech;
    private final ServerTalk talk;
    private final HostInbox inbox = new HostInbox();
    private final SyncClient sync;
    private final Uploads uploads;
    private final Watch watch;
    private final MissingTrack missing = new MissingTrack();
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile Settings settings;
    private volatile HostStatus status;
    private volatile double againAt;
    private ServerMessage.@Nullable PlaybackState party;
    private boolean online;
    private String lastWhy = "";
    private @Nullable Ending ending;

    /** What a host is made of. */
    public record Parts(
            Monotonic clock,
            HttpClient http,
            Link link,
            SentLog sent,
            List<Detector> detectors,
            RandomGenerator chance,
            Speech speech,
            String client) {
        public Parts {
            detectors = List.copyOf(detectors);
        }
    }

    /**
     * @param settings asked at the start and at each {@link #reload()}
     */
    public Host(Parts parts, Supplier<Settings> settings) {
        clock = parts.clock();
        link = parts.link();
        detectors = parts.detectors();
        speech = parts.speech();
        talk = new ServerTalk(clock, speech);
        reread = settings;
        this.settings = settings.get();
        watch = new Watch(this.settings.pinnedPlayer());
        againAt = clock.nowMs();
        status = HostStatus.starting(link, this.settings);
        sync =
                new SyncClient(
                        parts.http(),
                        link,
                        parts.sent(),
                        clock,
                        parts.chance(),
                        inbox,
                        parts.client());
        uploads = new Uploads(parts.http(), link, parts.sent(), talk, sync::send);
    }

    /** Hosts on the calling thread until it is over; returns why. */
    public Ending run() throws InterruptedException {
        try {
            detectors.forEach(detector -> detector.start(this::isEnabled, inbox::saw));
            sync.start();
            while (ending == null) {
                HostEvent event = inbox.poll(wakeAt() - clock.nowMs());
                if (event != null) {
                    handle(event);
                }
                send(watch.timePassed(clock.nowMs()));
                talk.timePassed();
                takeStatus();
            }
            return ending;
        } finally {
            uploads.close();
            detectors.forEach(Detector::close);
            sync.close();
            over.countDown();
        }
    }

    private double wakeAt() {
        return Math.min(watch.wakeAt(), talk.wakeAt());
    }

    private boolean isEnabled(Player player) {
        return settings.players().contains(player.name());
    }

    /** Ends hosting and waits for its end, at most 3 s; from any thread but the hosting one. */
    public void leave() {
        inbox.put(new HostEvent.Leave());
        try {
            boolean _ = over.await(3, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** The settings changed; from any thread. */
    public void reload() {
        inbox.put(new HostEvent.Reload());
    }

    /** What happens now; from any thread. */
    public HostStatus status() {
        return status.tryingIn(againAt - clock.nowMs());
    }

    private void handle(HostEvent event) {
        double now = clock.nowMs();
        switch (event) {
            case HostEvent.Saw(Sight sight) -> see(sight, now);
            case HostEvent.Online(ServerMessage.Hello hello) -> greet(hello, now);
            case HostEvent.Heard(ServerMessage message) -> hear(message);
            case HostEvent.Offline(String why, double againInMs) -> {
                againAt = now + againInMs;
                lose(why);
            }
            case HostEvent.Over(Ending end) -> ending = end;
            case HostEvent.Reload() -> loadAgain();
            case HostEvent.Leave() -> {
                sync.close();
                ending = Ending.LEFT;
            }
        }
    }

    private void see(Sight sight, double now) {
        switch (sight) {
            case Sight.Seen(Reading reading) -> {
                if (isEnabled(reading.player())) {
                    send(watch.seen(reading, now));
                }
            }
            case Sight.Gone(Player player) -> send(watch.gone(player, now));
            case Sight.Health(String _, String reason) -> {
                if (!reason.isEmpty()) {
                    speech.say(Text.CANNOT_SEE, reason);
                }
            }
        }
    }

    private void greet(ServerMessage.Hello hello, double now) {
        online = true;
        lastWhy = "";
        speech.say(Text.ONLINE, hello.account());
        sync.send(new ClientMessage.Host(settings.uploads()));
        send(watch.serverCame(now));
    }

    private void lose(String why) {
        // Each reason once: the tries go on for as long as it takes.
        if (online || !lastWhy.equals(why)) {
            speech.say(Text.OFFLINE, why);
        }
        online = false;
        party = null;
        lastWhy = why;
        watch.serverWent();
    }

    private void send(List<ClientMessage.Report> reports) {
        reports.forEach(sync::send);
    }

    private void hear(ServerMessage message) {
        switch (message) {
            case ServerMessage.PlaybackState state -> turnTo(state);
            case ServerMessage.Command(WireCommand command) -> drive(command);
            case ServerMessage.UploadWanted wanted -> sync.send(answer(wanted));
            case ServerMessage.Superseded superseded ->
                    talk.say(Text.SERVER_SAYS, superseded.text());
            case ServerMessage.Trouble trouble -> talk.say(Text.SERVER_SAYS, trouble.text());
            case ServerMessage.Hello _,
                    ServerMessage.Pong _,
                    ServerMessage.PlaylistUpdate _,
                    ServerMessage.RequestUpdate _ -> {
                // Nothing that a terminal needs to show.
            }
        }
    }

    /** The end is told once, however often the server says that there is no party. */
    private void turnTo(ServerMessage.PlaybackState state) {
        boolean goesOn = !state.party().isEmpty() && !state.state().equals("ended");
        if (party != null && !goesOn) {
            talk.say(Text.PARTY_OVER);
        }
        party = goesOn ? state : null;
    }

    private void drive(WireCommand command) {
        Optional<Player> player = watch.lead().map(Reading::player);
        player.ifPresent(p -> detectors.forEach(detector -> detector.command(p, command)));
    }

    private ClientMessage.UploadAnswer answer(ServerMessage.UploadWanted wanted) {
        Optional<Reading> lead = watch.lead();
        return uploads.answer(
                wanted,
                lead.map(Reading::track).orElse(WireTrack.UNKNOWN),
                lead.map(Reading::location).map(FileLocation::path).orElse(""),
                settings);
    }

    private void loadAgain() {
        settings = reread.get();
        detectors.forEach(Detector::reload);
        sync.send(new ClientMessage.Host(settings.uploads()));
    }

    private void takeStatus() {
        boolean before = status.playsAtOtherSpeed();
        status =
                HostStatus.of(
                        link,
                        online,
                        sync.rttMs(),
                        watch.lead(),
                        Optional.ofNullable(party),
                        settings);
        if (status.playsAtOtherSpeed() && !before) {
            speech.say(Text.OTHER_SPEED, status.player());
        }
        missing.news(status).ifPresent(step -> speech.say(Text.STATUS_NOT_FOUND, step));
    }
}
