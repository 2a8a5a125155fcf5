package dev.downbeat.localdiscord.control;

import dev.downbeat.localdiscord.world.Changes.Change;
import dev.downbeat.localdiscord.world.Json;

import io.javalin.config.RoutesConfig;
import io.javalin.http.sse.SseClient;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Server-sent events at {@code /control/changes}: each change's word as the event, its details as
 * JSON. A reader that falls 256 changes behind gets one {@code everything} instead of them.
 */
final class ChangeStream {
    private static final Logger LOG = LoggerFactory.getLogger(ChangeStream.class);
    private static final int WAITING = 256;
    private static final int LIFE_SIGN_SECONDS = 15;

    private final Control control;

    ChangeStream(Control control) {
        this.control = control;
    }

    void register(RoutesConfig routes) {
        routes.sse("/control/changes", this::open);
    }

    private void open(SseClient client) {
        BlockingQueue<Change> waiting = new ArrayBlockingQueue<>(WAITING);
        AutoCloseable listening = control.changes().listen(change -> offer(waiting, change));
        client.keepAlive();
        client.onClose(() -> stop(listening));
        Thread.ofVirtual().name("change-stream").start(() -> write(client, waiting));
    }

    private static void offer(BlockingQueue<Change> waiting, Change change) {
        if (!waiting.offer(change)) {
            waiting.clear();
            waiting.add(new Change("everything", Json.object()));
        }
    }

    private static void write(SseClient client, BlockingQueue<Change> waiting) {
        try {
            while (!client.terminated()) {
                Optional<Change> next =
                        Optional.ofNullable(waiting.poll(LIFE_SIGN_SECONDS, TimeUnit.SECONDS));
                next.ifPresentOrElse(
                        change -> client.sendEvent(change.what(), Json.text(change.details())),
                        () -> client.sendComment("alive"));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void stop(AutoCloseable listening) {
        try {
            listening.close();
        } catch (Exception e) {
            LOG.warn("A change stream did not end cleanly", e);
        }
    }
}
