package dev.downbeat.engine.web;

import dev.downbeat.engine.accounts.Account;
import dev.downbeat.engine.accounts.Pass;
import dev.downbeat.engine.accounts.Tokens;
import dev.downbeat.engine.web.sync.AccountParty;
import dev.downbeat.engine.web.sync.SyncRoute;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The one table of routes: what the server answers and what {@code /openapi.json} says come from
 * it.
 */
final class Routes {
    static final String SYNC = "/api/sync";

    /** Where a request leaves the route it took, for the metrics. */
    static final String TAKEN = "downbeat.route";

    /** There where a request asks to become a socket. */
    static final String UPGRADING = "downbeat.upgrading";

    /** In seconds: a line that broke is noticed by then. */
    private static final int UNTIL_A_SOCKET_WENT = 15;

    private static final Pattern BEARER =
            Pattern.compile("(?i)Bearer +([A-Za-z0-9._~+/=-]{1,200})");

    private final WebParts parts;
    private final WebSettings settings;
    private final List<Route> table = new ArrayList<>();
    private final RateLimit bySeat;
    private final RateLimit byAddress;
    private final RateLimit watching;
    private final Guesses guesses;
    private final Body reader;

    Routes(WebParts parts, WebSettings settings) {
        this.parts = parts;
        this.settings = settings;
        LongSupplier nanos = parts.clock()::nanos;
        this.bySeat = new RateLimit(20, Duration.ofSeconds(1), 60, nanos);
        this.byAddress = new RateLimit(10, Duration.ofSeconds(1), 40, nanos);
        this.watching = new RateLimit(20, Duration.ofSeconds(1), 100, nanos);
        this.guesses = new Guesses(nanos);
        this.reader = new Body(nanos);
        table.addAll(new NodeRoutes(parts, settings).routes());
        table.addAll(new AccountRoutes(parts, guesses).routes());
        table.addAll(new GuestRoutes(parts).routes());
        table.addAll(new PartyRoutes(parts).routes());
        table.addAll(new UploadRoutes(parts).routes());
        table.add(
                Route.of(
                                "GET",
                                SYNC,
                                "The WebSocket of the companions, see server/protocol/README.md",
                                Route.Access.SEAT,
                                _ -> {
                                    throw WebFault.of(Fault.UPGRADE_NEEDED);
                                })
                        .failing(
                                Fault.UPGRADE_NEEDED,
                                Fault.FOREIGN_ORIGIN,
                                Fault.TOO_MANY_SOCKETS));
        String document = OpenApi.document(table, settings.version());
        table.add(
                Route.of("GET", OpenApi.PATH, OpenApi.SUMMARY, Route.Access.WATCH, _ -> document)
                        .giving(String.class));
    }

    List<Route> table() {
        return List.copyOf(table);
    }

    void configure(RoutesConfig routes) {
        for (Route route : table) {
            routes.addHttpHandler(
                    HandlerType.findOrCreate(route.method()),
                    route.path(),
                    context -> serve(route, context));
        }
        routes.wsBeforeUpgrade(SYNC, this::upgrade);
        routes.ws(SYNC, new SyncRoute(parts.companions(), this::isGood)::configure);
    }

    private boolean isGood(String key) {
        return parts.tokens().byKey(key).filter(this::mayStay).isPresent();
    }

    private boolean mayStay(Account account) {
        return AccountParty.mayStay(parts.parties(), account);
    }

    private void serve(Route route, Context context) throws Exception {
        context.attribute(TAKEN, route.path());
        Account account =
                switch (route.access()) {
                    case OPEN -> anyone(context, byAddress);
                    case GUESS -> guessing(context);
                    case WATCH -> anyone(context, watching);
                    case SEAT -> limited(authenticated(context));
                    case PIECES -> authenticated(context);
                };
        if (context.req().getContentLengthLong() > route.longestBody()) {
            throw WebFault.of(Fault.TOO_LARGE);
        }
        Object answer = route.handler().handle(new Call(context, account, reader));
        if (answer == null) {
            context.status(204);
        } else if (answer instanceof String text) {
            boolean json = route.path().endsWith(".json");
            context.contentType(
                    json ? "application/json" : "text/plain; version=0.0.4; charset=utf-8");
            context.result(text.getBytes(StandardCharsets.UTF_8));
        } else {
            context.contentType("application/json").result(Json.bytes(answer));
        }
    }

    private static @Nullable Account anyone(Context context, RateLimit limit) {
        take(limit, Call.address(context));
        return null;
    }

    private @Nullable Account guessing(Context context) {
        guesses.count(Call.address(context));
        return null;
    }

    /** Who came with a host's ticket does not use up what the host may do. */
    private Account limited(Account account) {
        String ticket = account.pass().map(Pass::ticket).orElse("");
        take(bySeat, account.seat().value() + " " + ticket);
        return account;
    }

    private static void take(RateLimit limit, String key) {
        if (!limit.take(key)) {
            throw WebFault.later(Fault.TOO_MANY, limit.retryAfterSeconds(key));
        }
    }

    private Account authenticated(Context context) {
        Optional<Account> account =
                bearer(context).flatMap(parts.tokens()::find).filter(this::mayStay);
        if (account.isEmpty()) {
            Account _ = anyone(context, byAddress);
            throw WebFault.of(Fault.UNAUTHORIZED);
        }
        return account.get();
    }

    private static Optional<String> bearer(Context context) {
        String header = context.header("Authorization");
        Matcher bearer = BEARER.matcher(header == null ? "" : header);
        return bearer.matches() ? Optional.of(bearer.group(1)) : Optional.empty();
    }

    /** A page of another site may not open the socket; programs send no {@code Origin} at all. */
    private void upgrade(Context context) {
        dropSession(context);
        context.attribute(UPGRADING, true);
        String origin = context.header("Origin");
        if (origin != null && !allowed(origin, context)) {
            throw WebFault.of(Fault.FOREIGN_ORIGIN);
        }
        Account account = limited(authenticated(context));
        if (parts.companions().isFull(account)) {
            throw WebFault.later(Fault.TOO_MANY_SOCKETS, UNTIL_A_SOCKET_WENT);
        }
        context.attribute(SyncRoute.ACCOUNT, account);
        context.attribute(SyncRoute.TOKEN, bearer(context).map(Tokens::key).orElseThrow());
    }

    /**
     * Javalin makes a servlet session for each upgrade, also a refused one; nobody needs it here.
     */
    private static void dropSession(Context context) {
        var session = context.req().getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    private boolean allowed(String origin, Context context) {
        String host = context.header("Host");
        Set<String> own = Set.of("http://" + host, "https://" + host);
        return own.contains(origin) || settings.origins().contains(origin);
    }
}
