package dev.downbeat.engine.sources;

import dev.downbeat.engine.parties.HostFiles;
import dev.downbeat.engine.parties.MediaBytes;
import dev.downbeat.engine.parties.MusicSource;
import dev.downbeat.party.MediaRef;
import dev.downbeat.party.Resolution;
import dev.downbeat.party.Track;
import dev.downbeat.party.TrackRequest;

import java.io.IOException;
import java.time.Duration;

/** The very file that the host's player plays, lent by the host; asked when nobody else has it. */
final class HostFile implements MusicSource {
    static final String NAME = "host-file";

    private final HostFiles files;
    private final Duration patience;

    HostFile(HostFiles files, Duration patience) {
        this.files = files;
        this.patience = patience;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean understands(Question question) {
        return question.what() instanceof TrackRequest.Seen
                && question.asker().equals(question.host());
    }

    /** A host who lends nothing is no fault: the track is simply not found. */
    @Override
    public Resolution find(Question question) {
        if (!(question.what() instanceof TrackRequest.Seen seen)) {
            return new Resolution.NotFound();
        }
        try {
            return switch (files.ask(
                    question.party(), question.host(), seen, patience, question.awaited())) {
                case HostFiles.Upload.Accepted(var upload) ->
                        new Resolution.Found(track(seen, upload));
                case HostFiles.Upload.Refused _ -> new Resolution.NotFound();
            };
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Resolution.NotFound();
        }
    }

    private static Track track(TrackRequest.Seen seen, String upload) {
        return new Track(
                new MediaRef(NAME + ":" + upload),
                seen.title(),
                seen.artist(),
                seen.duration(),
                NAME,
                "the host's own file");
    }

    @Override
    public MediaBytes open(MediaRef ref) throws IOException {
        return files.open(Sources.afterName(ref));
    }
}
