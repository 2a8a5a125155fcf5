package dev.downbeat.engine.web;

import dev.downbeat.engine.web.uploads.UploadDesk;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * One address of the API: what the server does there and what its documentation says, in one place.
 *
 * @param method {@code GET}, {@code POST} and so on
 * @param path with names in braces
 * @param query the parameters behind the question mark
 * @param body what is sent, a record; null for nothing
 * @param answer what comes back, a record; null for no content, {@code String} for text
 * @param faults what can go wrong, beside what can everywhere
 */
record Route(
        String method,
        String path,
        String summary,
        Access access,
        List<Query> query,
        @Nullable Class<?> body,
        @Nullable Class<?> answer,
        List<Fault> faults,
        Handler handler) {

    /** Who may call. */
    enum Access {
        /** Anyone, limited by address. */
        OPEN,
        /** Anyone, each call a guess at a secret, and so hardly ever. */
        GUESS,
        /** Anyone, hardly limited: for machines that watch the server. */
        WATCH,
        /** Whoever has a token, limited by seat. */
        SEAT,
        /** The same, limited by what it sends, not by how often. */
        PIECES
    }

    /** Does it; null for no content. */
    @FunctionalInterface
    interface Handler {
        @Nullable Object handle(Call call) throws Exception;
    }

    static Route of(String method, String path, String summary, Access access, Handler handler) {
        return new Route(method, path, summary, access, List.of(), null, null, List.of(), handler);
    }

    Route taking(Class<?> type) {
        return new Route(method, path, summary, access, query, type, answer, faults, handler);
    }

    Route giving(Class<?> type) {
        return new Route(method, path, summary, access, query, body, type, faults, handler);
    }

    Route asking(Query... parameters) {
        return new Route(
                method, path, summary, access, List.of(parameters), body, answer, faults, handler);
    }

    Route failing(Fault... possible) {
        return new Route(
                method, path, summary, access, query, body, answer, List.of(possible), handler);
    }

    /** In bytes, the longest body that is taken here. */
    int longestBody() {
        return body == byte[].class ? UploadDesk.MAX_PIECE : Call.MAX_BODY;
    }
}
