package dev.downbeat.engine.web.sync;

import dev.downbeat.engine.ServerClock;
import dev.downbeat.engine.accounts.Account;
import dev.downbeat.engine.accounts.Pass;
import dev.downbeat.engine.accounts.Tokens;
import dev.downbeat.engine.parties.HostFiles;
import dev.downbeat.engine.parties.HostPlayers;
import dev.downbeat.engine.parties.Parties;
import dev.downbeat.engine.parties.PartyHost;
import dev.downbeat.engine.web.TokenBucket;
import dev.downbeat.engine.web.WebSettings;
import dev.downbeat.engine.web.uploads.UploadDesk;
import dev.downbeat.party.Mode;
import dev.downbeat.party.PartyInput;
import dev.downbeat.party.PartyView;
import dev.downbeat.party.PlayerCommand;
import dev.downbeat.party.SeatId;
import dev.downbeat.party.TrackRequest;
import dev.downbeat.protocol.ServerMessage;
import dev.downbeat.protocol.WireTrack;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * All companions that are connected, and who of them hosts. Made before the parties, because these
 * reach the hosts' players and files through it; {@link #serve} then gives it the parties. Any
 * thread may call.
 */
public final class Companions implements HostPlayers, AutoCloseable {
    private final ServerClock clock;
    private final String version;
    private final SyncLimits limits;
    private final UploadDesk desk;
    private final WishKeys wishKeys;

    /** Every open socket, with the key of the token that opened it. */
    private final Map<SyncSession, String> sessions = new ConcurrentHashMap<>();

    private final SocketCounts counts = new SocketCounts();
    private final Map<SeatId, SyncSession> hosting = new ConcurrentHashMap<>();
    private volatile Supplier<String> discordApplicationId = () -> "";
    private volatile @Nullable Parties parties;

    private Companions(WebSettings settings, ServerClock clock, SyncLimits limits) {
        this.clock = clock;
        this.version = settings.version();
        this.limits = limits;
        this.wishKeys = new WishKeys(clock::nanos);
        this.desk = new UploadDesk(settings.uploads(), clock, this::wanted);
    }

    public static Companions open(WebSettings settings, ServerClock clock) {
        return open(settings, clock, SyncLimits.USUAL);
    }

    public static Companions open(WebSettings settings, ServerClock clock, SyncLimits limits) {
        return new Companions(settings, clock, limits);
    }

    /**
     * What an account's player last said of itself.
     *
     * @param source the player's kind, as its companion names it
     */
    public record Seen(
            String source, WireTrack track, String status, long positionMs, Instant at) {}

    /** Empty unless a companion of the account hosts now and has reported. */
    public Optional<Seen> seen(SeatId seat) {
        return Optional.ofNullable(hosting.get(seat)).flatMap(SyncSession::seen);
    }

    /** Whether a companion of the account hosts now, and may not lend what its player plays. */
    public boolean keepsFiles(SeatId seat) {
        SyncSession session = hosting.get(seat);
        return session != null && !session.lends();
    }

    /** From here on companions find their parties. */
    public AutoCloseable serve(Parties running, Supplier<String> applicationId) {
        parties = running;
        discordApplicationId = applicationId;
        return running.watch(this::tell);
    }

    /** Hosts' files. */
    public HostFiles files() {
        return desk;
    }

    public UploadDesk desk() {
        return desk;
    }

    ServerClock clock() {
        return clock;
    }

    String version() {
        return version;
    }

    String discordApplicationId() {
        return discordApplicationId.get();
    }

    /** 20 messages a second in the long run, 100 at once. */
    static TokenBucket messageLimit(LongSupplier nanos) {
        return new TokenBucket(20, Duration.ofSeconds(1), 100, nanos);
    }

    /** How many sockets are open. */
    public int connected() {
        return sessions.size();
    }

    /** Which keys named which wishes lately. */
    public WishKeys wishKeys() {
        return wishKeys;
    }

    Optional<PartyHost> partyOf(Account account) {
        Parties running = parties;
        return running == null ? Optional.empty() : AccountParty.of(running, account);
    }

    /** Whether this account has as many sockets open as it may. */
    public boolean isFull(Account account) {
        return counts.isFull(account);
    }

    void came(SyncSession session, String token) {
        sessions.put(session, token);
        if (!counts.came(session.account())) {
            // Others came at the same moment, or the upgrade would have been refused.
            session.oneTooMany();
        }
    }

    /** Closes the sockets that were opened with such a token. */
    public void revoked(Tokens.Revoked which) {
        sessions.forEach((session, token) -> {
            if (isMet(which, session.account(), token)) {
                session.revoked();
            }
        });
    }

    private static boolean isMet(Tokens.Revoked which, Account account, String token) {
        Optional<Pass> pass = account.pass();
        return switch (which) {
            case Tokens.Revoked.One(var key) -> key.equals(token);
            case Tokens.Revoked.AllOf(var seat) -> seat.equals(account.seat());
            case Tokens.Revoked.MadeFrom(var ticket) ->
                    pass.filter(it -> it.ticket().equals(ticket)).isPresent();
            case Tokens.Revoked.PassesOf(var party) ->
                    pass.filter(it -> it.party().equals(party)).isPresent();
        };
    }

    /** The newest companion of an account hosts. Who has a pass starts no party by it. */
    void hosts(SyncSession session, Account account) {
        boolean here = partyOf(account).isPresent();
        if (!here && account.pass().isPresent()) {
            return;
        }
        SyncSession older = hosting.put(account.seat(), session);
        if (older != null && older != session) {
            older.superseded();
        }
        Parties running = parties;
        if (running != null && !here) {
            PartyHost _ = running.start(account.seat(), account.name(), Mode.FOLLOW);
        }
    }

    /** The socket closed; only who still hosts is missed. */
    void went(SyncSession session) {
        if (sessions.remove(session) != null) {
            counts.went(session.account());
        }
        session.closed();
        if (hosting.remove(session.seat(), session)) {
            partyOf(session.account())
                    .ifPresent(party ->
                            party.offer(new PartyInput.Gone(session.seat(), session.saidBye())));
        }
    }

    private void tell(PartyView view) {
        for (SyncSession session : sessions.keySet()) {
            if (!AccountParty.isOf(view, session.account())) {
                continue;
            }
            if (view.ended() && session.account().pass().isPresent()) {
                session.over(view);
            } else {
                session.tell(view);
            }
        }
    }

    private Optional<String> wanted(SeatId host, String upload, TrackRequest.Seen track) {
        SyncSession session = hosting.get(host);
        if (session == null) {
            return Optional.of("no companion of the host is connected");
        }
        if (!session.lends()) {
            return Optional.of("the host does not allow uploads");
        }
        WireTrack words =
                new WireTrack(
                        track.title(), track.artist(), track.album(), track.duration().toMillis());
        session.say(new ServerMessage.UploadWanted(upload, words));
        return Optional.empty();
    }

    @Override
    public void command(EffectId id, SeatId host, PlayerCommand command) {
        SyncSession session = hosting.get(host);
        if (session != null) {
            session.say(new ServerMessage.Command(Wishes.wire(command)));
        }
    }

    /** Once a second, by whoever has a timer. */
    public void check() {
        long now = clock.nanos();
        sessions.keySet().forEach(session -> session.check(now, limits));
    }

    /** At least each {@link SyncLimits#again()}. */
    public void repeat() {
        sessions.keySet().forEach(SyncSession::tell);
    }

    /** Says goodbye to all; the sockets close by themselves. */
    public void goingAway() {
        sessions.keySet().forEach(SyncSession::goingAway);
    }

    /** After the sockets are closed and the parties ended: what hosts lent is deleted. */
    @Override
    public void close() {
        desk.close();
    }
}
