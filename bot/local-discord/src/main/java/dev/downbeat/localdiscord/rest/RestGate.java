package dev.downbeat.localdiscord.rest;

import dev.downbeat.localdiscord.rest.RateLimits.Limit;
import dev.downbeat.localdiscord.rest.RateLimits.Standing;
import dev.downbeat.localdiscord.rest.RestFaults.Fault;
import dev.downbeat.localdiscord.rest.RestFaults.Scope;
import dev.downbeat.localdiscord.world.Access;
import dev.downbeat.localdiscord.world.Json;
import dev.downbeat.localdiscord.world.World;

import io.javalin.http.Context;
import io.javalin.http.Handler;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** What every REST call passes before its route: planned faults, the token, the rate limits. */
public final class RestGate {
    /** What a route does; it runs while the world is held. */
    interface Action {
        Answer run(Call call);
    }

    /** Whether a route asks for the bot's token; interaction routes carry their own. */
    private enum Door {
        TOKEN,
        OPEN
    }

    private final World world;
    private final Access access;
    private final RestFaults faults;
    private final RateLimits limits;
    private final AtomicLong calls = new AtomicLong();

    public RestGate(World world, Access access, RestFaults faults) {
        this.world = world;
        this.access = access;
        this.faults = faults;
        this.limits = new RateLimits(world.clocks());
    }

    public long calls() {
        return calls.get();
    }

    /** Answers of 401, 403 and 429 so far. */
    public long invalidCalls() {
        return limits.invalidTotal();
    }

    /** Calls refused by a bucket so far. */
    public long limitedCalls() {
        return limits.limitedTotal();
    }

    /**
     * A route for the bot; {@code major} names the path parameter each of whose values has its
     * bucket.
     */
    Handler limited(Limit limit, String major, Action action) {
        return http ->
                pass(
                        http,
                        Door.TOKEN,
                        () -> {
                            Standing global = limits.enterGlobal();
                            if (global.isOver()) {
                                tooMany(http, Scope.GLOBAL, global.resetAfterSeconds());
                                return;
                            }
                            String value = major.isEmpty() ? "" : http.pathParam(major);
                            Standing standing = limits.enter(limit, value);
                            show(http, standing, value);
                            if (standing.isOver()) {
                                tooMany(http, Scope.ROUTE, standing.resetAfterSeconds());
                            } else {
                                run(http, action);
                            }
                        });
    }

    /** A route that an interaction's token opens; outside the global limit. */
    Handler interaction(Action action) {
        return http -> pass(http, Door.OPEN, () -> run(http, action));
    }

    private void pass(Context http, Door door, Runnable next) throws InterruptedException {
        calls.incrementAndGet();
        Duration delay = faults.delay(http.path());
        if (delay.isPositive()) {
            Thread.sleep(delay);
        }
        Optional<Fault> fault = faults.next(http.path());
        if (fault.isPresent()) {
            fail(http, fault.get());
        } else if (limits.isBanned()) {
            tooMany(http, Scope.CLOUDFLARE, 60);
        } else if (door == Door.TOKEN && !hasToken(http)) {
            refuse(http, new ApiError(401, 0, "401: Unauthorized"));
        } else {
            next.run();
        }
    }

    private boolean hasToken(Context http) {
        String header = http.header("Authorization");
        return header != null
                && header.startsWith("Bot ")
                && access.accepts(header.substring("Bot ".length()));
    }

    private void run(Context http, Action action) {
        try {
            Call call = Call.of(http);
            Answer answer;
            synchronized (world) {
                answer = action.run(call);
            }
            http.status(answer.status());
            if (answer.json() != null) {
                http.contentType("application/json").result(Json.text(answer.json()));
            }
        } catch (ApiError error) {
            refuse(http, error);
        }
    }

    private void refuse(Context http, ApiError error) {
        if (error.status() == 401 || error.status() == 403) {
            limits.countInvalid();
        }
        http.status(error.status());
        http.contentType("application/json").result(Json.text(error.json()));
    }

    private void fail(Context http, Fault fault) {
        switch (fault) {
            case Fault.Limited(Scope scope, Duration after) ->
                    tooMany(http, scope, after.toMillis() / 1000.0);
            case Fault.Broken(int status) ->
                    http.status(status)
                            .contentType("text/html")
                            .result("<html><body>" + status + "</body></html>");
            case Fault.Cut _ -> Connections.cut(http);
        }
    }

    private void show(Context http, Standing standing, String major) {
        http.header("X-RateLimit-Limit", Integer.toString(standing.limit().calls()));
        http.header("X-RateLimit-Remaining", Integer.toString(standing.remaining()));
        http.header("X-RateLimit-Reset-After", seconds(standing.resetAfterSeconds()));
        double reset = world.clocks().wall().millis() / 1000.0 + standing.resetAfterSeconds();
        http.header("X-RateLimit-Reset", seconds(reset));
        http.header("X-RateLimit-Bucket", bucket(standing.limit(), major));
        http.header("via", "1.1 google");
    }

    private static String bucket(Limit limit, String major) {
        return Integer.toHexString((limit.name() + (major.isEmpty() ? "" : "/")).hashCode());
    }

    private static String seconds(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    private void tooMany(Context http, Scope scope, double afterSeconds) {
        limits.countInvalid();
        http.status(429);
        http.header("Retry-After", Long.toString((long) Math.ceil(afterSeconds)));
        if (scope == Scope.CLOUDFLARE) {
            http.contentType("text/plain").result("error code: 1015");
            return;
        }
        http.header("via", "1.1 google");
        http.header("X-RateLimit-Scope", scope == Scope.GLOBAL ? "global" : "user");
        if (scope == Scope.GLOBAL) {
            http.header("X-RateLimit-Global", "true");
        }
        http.contentType("application/json")
                .result(
                        Json.text(
                                Json.object()
                                        .put("message", "You are being rate limited.")
                                        .put("retry_after", afterSeconds)
                                        .put("global", scope == Scope.GLOBAL)));
    }
}
