package dev.downbeat.engine.sources;

import dev.downbeat.engine.parties.MediaBytes;
import dev.downbeat.engine.parties.MediaProbe;
import dev.downbeat.engine.parties.MusicSource;
import dev.downbeat.engine.reasons.Reason;
import dev.downbeat.engine.sources.link.LinkAddress;
import dev.downbeat.engine.sources.link.LinkBytes;
import dev.downbeat.engine.sources.link.LinkClient;
import dev.downbeat.engine.sources.link.LinkFault;
import dev.downbeat.party.MediaRef;
import dev.downbeat.party.Problem;
import dev.downbeat.party.Resolution;
import dev.downbeat.party.Track;
import dev.downbeat.party.TrackRequest;

import java.io.IOException;

/** A link to a music file, typed by a person. */
final class DirectLink implements MusicSource {
    static final String NAME = "link";

    private final LinkClient client;
    private final MediaProbe probe;
    private final String run;

    /**
     * @param run changes with each start of this server
     */
    DirectLink(LinkClient client, MediaProbe probe, String run) {
        this.client = client;
        this.probe = probe;
        this.run = run;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean understands(Question question) {
        return question.what() instanceof TrackRequest.Typed(var text)
                && LinkAddress.looksLike(text);
    }

    @Override
    public Resolution find(Question question) {
        return question.what() instanceof TrackRequest.Typed(var text)
                ? find(text)
                : new Resolution.NotFound();
    }

    private Resolution find(String text) {
        try {
            LinkAddress link = LinkAddress.of(text);
            try (LinkBytes bytes = LinkBytes.of(client, link, run)) {
                return answer(link, bytes, probe.probe(bytes));
            }
        } catch (LinkFault e) {
            return new Resolution.Failed(e.problem(), e.detail());
        } catch (IOException e) {
            return new Resolution.Failed(Problem.SOURCE_UNAVAILABLE, Reason.LINK_BROKE.code());
        }
    }

    private static Resolution answer(LinkAddress link, LinkBytes bytes, MediaProbe.Probed probed) {
        return switch (probed) {
            case MediaProbe.Probed.Refused(var reason) ->
                    new Resolution.Failed(Problem.FILE_REFUSED, reason);
            case MediaProbe.Probed.Tags tags ->
                    new Resolution.Found(
                            new Track(
                                    new MediaRef(NAME + ":" + link.uri()),
                                    title(tags, bytes, link),
                                    tags.artist(),
                                    tags.duration(),
                                    NAME,
                                    "the link itself"));
        };
    }

    /** The tag, else the file's name without its ending, else the host. */
    private static String title(MediaProbe.Probed.Tags tags, LinkBytes bytes, LinkAddress link) {
        if (!tags.title().isBlank()) {
            return tags.title();
        }
        String stem = bytes.fileName().replaceFirst("\\.[A-Za-z0-9]{2,4}$", "").replace('_', ' ');
        return stem.isBlank() ? link.host() : stem;
    }

    @Override
    public MediaBytes open(MediaRef ref) throws IOException {
        return LinkBytes.of(client, LinkAddress.of(Sources.afterName(ref)), run);
    }
}
