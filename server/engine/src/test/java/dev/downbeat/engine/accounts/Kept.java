package dev.downbeat.engine.accounts;

import dev.downbeat.engine.ServerClock;
import dev.downbeat.engine.store.Store;

import java.nio.file.Path;
import java.util.UUID;

/** A real store in memory. */
final class Kept {
    private Kept() {}

    static Store store(ServerClock clock) {
        return Store.open("jdbc:h2:mem:" + UUID.randomUUID(), Path.of("unused"), clock);
    }
}
