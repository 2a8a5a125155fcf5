package dev.downbeat.engine.sound;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;

import dev.downbeat.audio.Audio;
import dev.downbeat.audio.MediaInfo;
import dev.downbeat.audio.Probe;
import dev.downbeat.audio.Refusal;
import dev.downbeat.engine.ServerClock;
import dev.downbeat.engine.parties.MediaBytes;
import dev.downbeat.engine.parties.MediaProbe;

import java.io.IOException;
import java.time.Duration;

/**
 * Probes media through the audio side and remembers up to 50,000 results by content: tags for a
 * week, a refusal for ten minutes because it may have been the machine's fault, and what is known
 * to be the server's own fault not at all.
 */
public final class CachedProbe implements MediaProbe {
    static final int MOST_RESULTS = 50_000;
    static final Duration TAGS_KEPT = Duration.ofDays(7);
    static final Duration REFUSAL_KEPT = Duration.ofMinutes(10);

    private final Audio audio;
    private final Cache<String, Probed> results;

    public CachedProbe(Audio audio, ServerClock clock) {
        this.audio = audio;
        Ticker ticker = clock::nanos;
        this.results =
                Caffeine.newBuilder()
                        .maximumSize(MOST_RESULTS)
                        .expireAfter(Expiry.<String, Probed>creating((_, probed) -> life(probed)))
                        .ticker(ticker)
                        .build();
    }

    @Override
    public Probed probe(MediaBytes bytes) throws IOException {
        String key = bytes.contentKey();
        Probed probed = results.get(key, _ -> ask(bytes));
        if (probed instanceof Probed.Refused(var reason) && Refusal.isOfTheServer(reason)) {
            results.invalidate(key);
        }
        return probed;
    }

    private Probed ask(MediaBytes bytes) {
        return switch (audio.probe(new Media.Stream(bytes))) {
            case Probe.Read(MediaInfo info) ->
                    new Probed.Tags(info.title(), info.artist(), info.album(), info.duration());
            case Probe.Refused(var reason) -> new Probed.Refused(reason);
        };
    }

    private static Duration life(Probed probed) {
        return switch (probed) {
            case Probed.Tags _ -> TAGS_KEPT;
            case Probed.Refused _ -> REFUSAL_KEPT;
        };
    }
}
