package dev.downbeat.engine.web.sync;

import dev.downbeat.engine.accounts.Account;
import dev.downbeat.engine.web.Language;

import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsContext;

import java.util.Objects;
import java.util.function.Predicate;

/** Ties Javalin's socket events to sessions. The upgrade has checked who it is. */
public final class SyncRoute {
    /** Where the upgrade leaves the {@link Account} for the socket. */
    public static final String ACCOUNT = "downbeat.account";

    /** Where it leaves the key of the token. */
    public static final String TOKEN = "downbeat.token";

    private static final String SESSION = "downbeat.session";

    private final Companions companions;
    private final Predicate<String> isGood;

    /**
     * @param isGood whether the token of a key is still good
     */
    public SyncRoute(Companions companions, Predicate<String> isGood) {
        this.companions = companions;
        this.isGood = isGood;
    }

    public void configure(WsConfig socket) {
        socket.onConnect(this::open);
        socket.onMessage(context -> session(context).heard(context.message()));
        socket.onBinaryMessage(context -> session(context).binary());
        socket.onClose(context -> companions.went(session(context)));
    }

    private void open(WsContext context) {
        Account account = Objects.requireNonNull(context.attribute(ACCOUNT), "nobody upgraded");
        String accepted = context.header("Accept-Language");
        JettySocket socket = new JettySocket(context.session, companions.clock()::nanos);
        SyncSession session =
                new SyncSession(
                        companions, account, socket, Language.of(accepted == null ? "" : accepted));
        context.attribute(SESSION, session);
        String token = Objects.requireNonNull(context.attribute(TOKEN), "nobody upgraded");
        companions.came(session, token);
        // Revoked between the upgrade and now: nobody was told of this socket.
        if (!isGood.test(token)) {
            session.revoked();
        }
    }

    private static SyncSession session(WsContext context) {
        return Objects.requireNonNull(context.attribute(SESSION), "a socket that never opened");
    }
}
