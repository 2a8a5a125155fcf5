package dev.downbeat.engine.web;

import dev.downbeat.engine.accounts.Account;
import dev.downbeat.party.SeatId;

import io.javalin.http.Context;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One HTTP request, with what the handlers ask of it. */
final class Call {
    /** In bytes; no body of JSON here is as long. */
    static final int MAX_BODY = 64 * 1024;

    private final Context context;
    private final @Nullable Account account;

    private final Body reader;

    Call(Context context, @Nullable Account account, Body reader) {
        this.context = context;
        this.account = account;
        this.reader = reader;
    }

    /** Who calls; only on routes that ask for a token. */
    Account account() {
        if (account == null) {
            throw WebFault.of(Fault.UNAUTHORIZED);
        }
        return account;
    }

    SeatId seat() {
        return account().seat();
    }

    Language language() {
        return language(context);
    }

    static Language language(Context context) {
        String accepted = context.header("Accept-Language");
        return Language.of(accepted == null ? "" : accepted);
    }

    String path(String name) {
        return context.pathParam(name);
    }

    long pathNumber(String name) {
        return number(path(name)).orElseThrow(() -> WebFault.of(Fault.NOT_FOUND));
    }

    Optional<String> query(String name) {
        return Optional.ofNullable(context.queryParam(name)).filter(it -> !it.isBlank());
    }

    /** What was asked for, or what is usual; beyond its range is a fault. */
    int number(Query query) {
        return query(query.name())
                .map(text ->
                        number(text)
                                .filter(it -> it >= query.least() && it <= query.most())
                                .orElseThrow(() -> outside(query)))
                .map(Long::intValue)
                .orElse(query.usual());
    }

    private static WebFault outside(Query query) {
        String range = Asking.range(query.least(), query.most());
        return WebFault.of(Fault.BAD_REQUEST, query.name() + " is " + range + ".");
    }

    private static Optional<Long> number(String text) {
        return text.matches("\\d{1,18}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(context.header(name)).filter(it -> !it.isBlank());
    }

    /** Whom limits are counted for: the peer itself, by /64 for IPv6; never a header. */
    String address() {
        return address(context);
    }

    static String address(Context context) {
        return address(context.req().getRemoteAddr());
    }

    static String address(String ip) {
        String[] groups = ip.replace("[", "").replace("]", "").split(":", -1);
        return groups.length < 4 ? ip : String.join(":", List.of(groups).subList(0, 4));
    }

    void status(int status) {
        context.status(status);
    }

    /** A record, with every field as it is {@link Asked}. */
    <T> T body(Class<T> type) throws IOException {
        byte[] body = bytes(MAX_BODY);
        String kind = header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        if (!kind.startsWith("application/json")) {
            throw WebFault.of(Fault.UNSUPPORTED_TYPE, "Send application/json.");
        }
        return Asking.checked(Json.read(body, type));
    }

    /** The body's bytes; more than {@code most} is a fault, and so is a trickle. */
    byte[] bytes(int most) throws IOException {
        return reader.read(context.bodyInputStream(), most);
    }
}
