package dev.downbeat.bot;

import dev.downbeat.engine.accounts.Pairing;
import dev.downbeat.engine.accounts.Tickets;
import dev.downbeat.engine.accounts.Tokens;
import dev.downbeat.engine.parties.Notes;
import dev.downbeat.engine.parties.Parties;
import dev.downbeat.engine.parties.Surroundings;
import dev.downbeat.engine.sound.CachedProbe;
import dev.downbeat.engine.sound.PartySound;
import dev.downbeat.engine.sources.SourceSettings;
import dev.downbeat.engine.sources.Sources;
import dev.downbeat.engine.web.WebSettings;
import dev.downbeat.engine.web.sync.Companions;
import dev.downbeat.engine.web.uploads.UploadSettings;

import java.time.Duration;
import java.util.Set;

/** The parties and whom they talk to: sources, sound, companions, accounts. */
record House(
        Foundation base,
        Companions companions,
        Sources sources,
        PartySound sound,
        Parties parties,
        Tokens tokens,
        Tickets tickets,
        Pairing pairing,
        WebSettings webSettings) {
    private static final long MEGABYTE = 1L << 20;
    private static final Duration STALLED = Duration.ofSeconds(30);

    /** Joins all and brings the parties back that ran before. */
    static House build(Settings settings, Foundation base, Notes notes, Closing closing) {
        WebSettings web = web(settings);
        Companions companions = closing.add(Companions.open(web, base.clock()));
        CachedProbe probe = new CachedProbe(base.audio(), base.clock());
        Sources sources =
                closing.add(
                        Sources.open(sources(settings), probe, companions.files(), base.clock()));
        PartySound sound = new PartySound(base.audio(), base.clock(), sources);
        Parties parties =
                closing.add(
                        new Parties(
                                new Surroundings(
                                        base.clock(),
                                        base.store().events(),
                                        sources.list(),
                                        sound,
                                        companions.files(),
                                        companions,
                                        notes)));
        parties.restore();
        Tokens tokens = new Tokens(base.store().accounts(), base.clock());
        Tickets tickets = new Tickets(base.store().accounts(), tokens, base.clock());
        Pairing pairing = new Pairing(tokens, base.clock()::nanos);
        return new House(base, companions, sources, sound, parties, tokens, tickets, pairing, web);
    }

    private static SourceSettings sources(Settings settings) {
        return new SourceSettings(
                settings.library().folders(),
                Set.copyOf(settings.link().allowedHosts()),
                settings.link().maxMegabytes() * MEGABYTE,
                SourceSettings.HOST_FILE_PATIENCE);
    }

    private static WebSettings web(Settings settings) {
        String own = settings.http().publicUrl();
        return new WebSettings(
                settings.http().host(),
                settings.http().port(),
                own.isEmpty() ? Set.of() : Set.of(WebAddress.origin(own)),
                Version.text(),
                new UploadSettings(
                        settings.data().dir().toAbsolutePath().resolve("uploads"),
                        settings.upload().maxMegabytes() * MEGABYTE,
                        settings.upload().quotaMegabytes() * MEGABYTE,
                        switch (settings.upload().sounding()) {
                            case WHILE_UPLOADING -> UploadSettings.Sounding.WHILE_UPLOADING;
                            case WHEN_COMPLETE -> UploadSettings.Sounding.WHEN_COMPLETE;
                        },
                        STALLED));
    }
}
