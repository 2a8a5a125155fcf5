package dev.downbeat.engine.sources.library;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import java.util.Optional;

/** Which files gave no sound, and which copies to take instead. Any thread may call. */
final class Copies {
    private final Cache<String, Boolean> silent = Caffeine.newBuilder().maximumSize(10_000).build();

    /**
     * A copy that has not failed; after the last of them they all may be tried again.
     *
     * @param id of one that gave no sound
     */
    Optional<LibraryFile> another(String id, LibraryIndex index) {
        silent.put(id, true);
        Optional<LibraryFile> failed = index.byId(id);
        Optional<LibraryFile> copy = failed.flatMap(file -> sounding(file, index));
        if (copy.isEmpty()) {
            failed.ifPresent(file -> forget(file, index));
        }
        return copy;
    }

    private Optional<LibraryFile> sounding(LibraryFile failed, LibraryIndex index) {
        return index.copies(failed).stream()
                .filter(copy -> silent.getIfPresent(copy.id()) == null)
                .findFirst();
    }

    /** None of them is better than another. */
    private void forget(LibraryFile failed, LibraryIndex index) {
        silent.invalidate(failed.id());
        index.copies(failed).forEach(copy -> silent.invalidate(copy.id()));
    }

    /** The file itself, unless it gave no sound and a copy may. */
    LibraryFile best(LibraryFile file, LibraryIndex index) {
        return silent.getIfPresent(file.id()) == null ? file : sounding(file, index).orElse(file);
    }
}
