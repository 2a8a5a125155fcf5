package dev.downbeat.engine.web.sync;

import dev.downbeat.engine.accounts.Account;
import dev.downbeat.engine.accounts.Ticket;
import dev.downbeat.engine.parties.PartyHost;
import dev.downbeat.engine.web.Language;
import dev.downbeat.engine.web.Sentence;
import dev.downbeat.engine.web.TokenBucket;
import dev.downbeat.party.PartyInput;
import dev.downbeat.party.PartyView;
import dev.downbeat.party.SeatId;
import dev.downbeat.party.Wish;
import dev.downbeat.protocol.BadMessage;
import dev.downbeat.protocol.ClientMessage;
import dev.downbeat.protocol.CloseCode;
import dev.downbeat.protocol.ProtocolVersion;
import dev.downbeat.protocol.ServerMessage;
import dev.downbeat.protocol.Wire;

import java.time.Instant;
import java.util.Optional;

/**
 * The conversation with one companion. Messages come one after the other, on the socket's thread;
 * what is told to it may come from any thread.
 */
final class SyncSession {
    /** Between the pings of a companion. */
    static final long PING_EVERY_MS = 1_500;

    private final Companions companions;
    private final Account account;
    private final SyncSocket socket;
    private final Language language;
    private final Outbox outbox;
    private final PartyTalk talk;
    private final WishTalk wishes;
    private final TokenBucket messages;
    private final long openedNanos;
    private final ReportedPlayer player = new ReportedPlayer();
    private volatile long heardNanos;
    private volatile Stage stage = Stage.OPENED;
    private volatile boolean lends;
    private volatile boolean saidBye;

    /** How far the conversation has come. */
    private enum Stage {
        OPENED,
        GREETED,
        HOSTING
    }

    SyncSession(Companions companions, Account account, SyncSocket socket, Language language) {
        this.companions = companions;
        this.account = account;
        this.socket = socket;
        this.language = language;
        this.outbox = new Outbox(socket);
        this.talk = new PartyTalk(outbox, companions.clock());
        this.wishes = new WishTalk(this::say, language, companions.wishKeys());
        this.openedNanos = socket.nanos();
        this.heardNanos = openedNanos;
        this.messages = Companions.messageLimit(socket::nanos);
    }

    Account account() {
        return account;
    }

    SeatId seat() {
        return account.seat();
    }

    boolean lends() {
        return lends;
    }

    boolean saidBye() {
        return saidBye;
    }

    Optional<Companions.Seen> seen() {
        return player.seen();
    }

    /** One whole text, not too long. */
    void heard(String text) {
        if (socket.isClosing()) {
            return;
        }
        Instant arrival = companions.clock().now();
        heardNanos = socket.nanos();
        if (!messages.take()) {
            socket.close(CloseCode.TOO_MANY, "more than 20 messages a second");
            return;
        }
        try {
            heard(Wire.readClient(text), arrival);
        } catch (BadMessage e) {
            socket.close(CloseCode.BAD_MESSAGE, String.valueOf(e.getMessage()));
        }
    }

    private void heard(ClientMessage message, Instant arrival) throws BadMessage {
        boolean isHello = message instanceof ClientMessage.Hello;
        if (isHello != (stage == Stage.OPENED)) {
            throw new BadMessage(isHello ? "a second hello" : "the first message is hello");
        }
        switch (message) {
            case ClientMessage.Hello hello -> greet(hello, arrival);
            case ClientMessage.Ping ping -> answer(ping, arrival);
            case ClientMessage.Host host -> host(host);
            case ClientMessage.Report report -> report(report, arrival);
            case ClientMessage.Command(var id, var command) -> wish(id, Wishes.of(command));
            case ClientMessage.PlaylistChange(var id, var change) -> wish(id, Wishes.of(change));
            case ClientMessage.UploadAnswer answer -> uploadAnswered(answer);
            case ClientMessage.Bye() -> {
                saidBye = true;
                socket.close(CloseCode.NORMAL, "goodbye");
            }
        }
        if (stage == Stage.HOSTING && !(message instanceof ClientMessage.Report) && !saidBye) {
            party().ifPresent(this::lives);
        }
    }

    private void lives(PartyHost party) {
        party.offer(new PartyInput.Alive(seat()));
        player.tellAgain(party, seat(), companions.clock().now());
    }

    private void greet(ClientMessage.Hello hello, Instant arrival) {
        int chosen = Math.min(hello.protocolMax(), ProtocolVersion.MAX);
        if (chosen < Math.max(hello.protocolMin(), ProtocolVersion.MIN)) {
            socket.close(
                    CloseCode.UNKNOWN_PROTOCOL,
                    "this server speaks " + ProtocolVersion.MIN + " to " + ProtocolVersion.MAX);
            return;
        }
        stage = Stage.GREETED;
        say(
                new ServerMessage.Hello(
                        chosen,
                        "downbeat " + companions.version(),
                        companions.clock().epoch(),
                        WireViews.millis(arrival),
                        companions.discordApplicationId(),
                        account.name(),
                        PING_EVERY_MS));
        tell();
    }

    private void answer(ClientMessage.Ping ping, Instant arrival) {
        player.learn(ping);
        double sent = WireViews.millis(companions.clock().now());
        say(new ServerMessage.Pong(ping.id(), ping.clientTime(), WireViews.millis(arrival), sent));
    }

    private void host(ClientMessage.Host host) {
        if (isGuest()) {
            trouble(
                    "guest",
                    new Sentence("A guest cannot host.", "Гость не может вести вечеринку."));
            return;
        }
        lends = host.uploads();
        if (stage != Stage.HOSTING) {
            stage = Stage.HOSTING;
            companions.hosts(this, account);
        }
        if (lends) {
            party().ifPresent(party -> party.offer(new PartyInput.Lends(seat())));
        }
        tell();
    }

    private boolean isGuest() {
        return account.pass().filter(pass -> pass.role() == Ticket.Role.GUEST).isPresent();
    }

    /** Without a party the report waits for the next one: its host is told already. */
    private void report(ClientMessage.Report report, Instant arrival) throws BadMessage {
        if (stage != Stage.HOSTING) {
            notHosting();
            return;
        }
        if (player.heard(report, arrival)) {
            party().ifPresent(party -> player.tell(party, seat()));
        }
    }

    private void notHosting() {
        trouble("not_hosting", new Sentence("Say host first.", "Сначала скажите host."));
    }

    private void wish(String id, Optional<Wish> wish) {
        wishes.ask(party(), seat(), id, wish);
    }

    private void uploadAnswered(ClientMessage.UploadAnswer answer) {
        if (stage != Stage.HOSTING) {
            notHosting();
            return;
        }
        companions
                .desk()
                .answered(seat(), answer)
                .ifPresent(why -> trouble(why.code(), why.sentence()));
    }

    private void trouble(String code, Sentence sentence) {
        say(new ServerMessage.Trouble(code, sentence.in(language)));
    }

    private Optional<PartyHost> party() {
        return companions.partyOf(account);
    }

    void say(ServerMessage message) {
        outbox.answer(Wire.write(message));
    }

    /** The newest state of the party, or that there is none. */
    void tell() {
        if (stage != Stage.OPENED) {
            talk.tell(party().map(PartyHost::view));
        }
    }

    /** This view; it may be the last one of a party that is no longer to be found. */
    void tell(PartyView view) {
        if (stage != Stage.OPENED) {
            talk.tell(Optional.of(view));
        }
    }

    /** The party is over that this account's pass is for. */
    void over(PartyView view) {
        if (stage == Stage.OPENED) {
            revoked();
        } else {
            talk.last(view, () -> socket.close(CloseCode.REVOKED, "the party is over"));
        }
    }

    void superseded() {
        stage = Stage.GREETED;
        Sentence why =
                new Sentence(
                        "Another companion of this account took over.",
                        "Эту вечеринку взял на себя другой спутник.");
        outbox.last(
                Wire.write(new ServerMessage.Superseded(why.in(language))),
                () -> socket.close(CloseCode.SUPERSEDED, "a newer companion took over"));
    }

    /** Closes what has expired, is silent, never greeted, or does not read. */
    void check(long nowNanos, SyncLimits limits) {
        if (socket.isClosing()) {
            socket.hurry();
        } else if (hasExpired()) {
            revoked();
        } else if (stage == Stage.OPENED && nowNanos - openedNanos > limits.hello().toNanos()) {
            socket.close(CloseCode.SILENT, "no hello");
        } else if (nowNanos - heardNanos > limits.silence().toNanos()) {
            socket.close(CloseCode.SILENT, "silent");
        } else if (outbox.stuckNanos() > limits.stuck().toNanos()) {
            outbox.close();
            socket.tooSlow();
        }
    }

    private boolean hasExpired() {
        Instant now = companions.clock().now();
        return account.pass().filter(pass -> !now.isBefore(pass.until())).isPresent();
    }

    void revoked() {
        outbox.close();
        socket.close(CloseCode.REVOKED, "the token was revoked");
    }

    void oneTooMany() {
        outbox.close();
        socket.close(CloseCode.TOO_MANY, "more than " + SocketCounts.MOST + " sockets");
    }

    void binary() {
        socket.close(CloseCode.BAD_MESSAGE, "binary frames are not spoken here");
    }

    void goingAway() {
        outbox.close();
        socket.close(CloseCode.GOING_AWAY, "the server stops");
    }

    void closed() {
        outbox.close();
    }
}
