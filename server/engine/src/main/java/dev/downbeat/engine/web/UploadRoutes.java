package dev.downbeat.engine.web;

import dev.downbeat.engine.web.uploads.UploadDesk;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The pieces of a host's file. */
final class UploadRoutes {
    private static final Pattern RANGE =
            Pattern.compile("bytes (\\d{1,15})-(\\d{1,15})/(\\d{1,15})");

    /** Pieces held in memory at the same time, 1 MiB each. */
    private static final int AT_ONCE = 32;

    /** Of one upload: a companion sends one after the other, and again what came too slowly. */
    private static final int OF_ONE = 2;

    private final WebParts parts;
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final Map<String, Integer> taken = new ConcurrentHashMap<>();

    UploadRoutes(WebParts parts) {
        this.parts = parts;
    }

    List<Route> routes() {
        return List.of(
                Route.of(
                                "PUT",
                                "/api/uploads/{upload}",
                                "One piece of the host's file, at most 1 MiB, by Content-Range",
                                Route.Access.PIECES,
                                this::put)
                        .taking(byte[].class)
                        .failing(Fault.NO_LONGER_WANTED, Fault.DOES_NOT_FIT, Fault.BUSY));
    }

    private @Nullable Object put(Call call) throws IOException {
        Matcher range = RANGE.matcher(call.header("Content-Range").orElse(""));
        if (!range.matches()) {
            throw WebFault.of(Fault.BAD_REQUEST, "Content-Range is bytes from-to/length.");
        }
        long from = Long.parseLong(range.group(1));
        long to = Long.parseLong(range.group(2));
        if (to < from) {
            throw WebFault.of(Fault.BAD_REQUEST, "Content-Range ends before it begins.");
        }
        if (to - from >= UploadDesk.MAX_PIECE) {
            throw WebFault.of(Fault.TOO_LARGE, "A piece has at most 1 MiB.");
        }
        String upload = call.path("upload");
        if (!parts.companions().desk().wants(call.seat(), upload)) {
            throw WebFault.of(Fault.NO_LONGER_WANTED);
        }
        if (!enter(upload)) {
            throw WebFault.later(Fault.BUSY, 1);
        }
        try {
            return store(call, from, (int) (to - from + 1), Long.parseLong(range.group(3)));
        } finally {
            leave(upload);
        }
    }

    /** Before a byte of the body is read: who sends slowly holds his own places only. */
    private boolean enter(String upload) {
        if (taken.merge(upload, 1, Integer::sum) <= OF_ONE && places.tryAcquire()) {
            return true;
        }
        forget(upload);
        return false;
    }

    private void leave(String upload) {
        places.release();
        forget(upload);
    }

    private void forget(String upload) {
        taken.computeIfPresent(upload, (_, count) -> count == 1 ? null : count - 1);
    }

    private @Nullable Object store(Call call, long from, int length, long whole)
            throws IOException {
        byte[] piece = call.bytes(length);
        if (piece.length != length) {
            throw WebFault.of(Fault.BAD_REQUEST, "The body is shorter than Content-Range says.");
        }
        UploadDesk desk = parts.companions().desk();
        return switch (desk.put(call.seat(), call.path("upload"), from, whole, piece)) {
            case STORED -> null;
            case NO_LONGER_WANTED -> throw WebFault.of(Fault.NO_LONGER_WANTED);
            case DOES_NOT_FIT -> throw WebFault.of(Fault.DOES_NOT_FIT);
        };
    }
}
