package dev.downbeat.engine.web;

import dev.downbeat.engine.PlainText;
import dev.downbeat.engine.accounts.Account;
import dev.downbeat.engine.parties.PartyHost;
import dev.downbeat.engine.web.PartyAnswers.NowPlaying;
import dev.downbeat.engine.web.PartyAnswers.Playing;
import dev.downbeat.engine.web.sync.AccountParty;
import dev.downbeat.engine.web.sync.Companions;
import dev.downbeat.engine.web.sync.WireViews;
import dev.downbeat.party.PartyView;
import dev.downbeat.protocol.ServerMessage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the server says of itself, and what an account hears. */
final class NodeRoutes {
    private final WebParts parts;
    private final WebSettings settings;

    record About(String name, String version, String api) {}

    NodeRoutes(WebParts parts, WebSettings settings) {
        this.parts = parts;
        this.settings = settings;
    }

    List<Route> routes() {
        return List.of(
                Route.of("GET", "/", "What this is", Route.Access.WATCH, this::about)
                        .giving(About.class),
                Route.of(
                                "GET",
                                "/health",
                                "Whether the server is well, part by part",
                                Route.Access.WATCH,
                                this::health)
                        .giving(Map.class)
                        .failing(Fault.BUSY),
                Route.of(
                                "GET",
                                "/metrics",
                                "Figures for Prometheus",
                                Route.Access.WATCH,
                                _ -> parts.metrics().scrape())
                        .giving(String.class),
                Route.of(
                                "GET",
                                "/api/now-playing",
                                "What you hear now, and from where",
                                Route.Access.SEAT,
                                this::nowPlaying)
                        .asking(Query.text("source"))
                        .giving(NowPlaying.class));
    }

    private About about(Call call) {
        return new About("Downbeat", settings.version(), "/openapi.json");
    }

    private Map<String, Object> health(Call call) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("ready", true);
        for (HealthPart part : parts.health()) {
            HealthPart.State state = part.state().get();
            answer.put(part.name(), state);
            if (!state.well() && part.weight() == HealthPart.Weight.NEEDED) {
                answer.put("ready", false);
            }
        }
        if (Boolean.FALSE.equals(answer.get("ready"))) {
            call.status(Fault.BUSY.status());
        }
        answer.put("companions", parts.companions().connected());
        answer.put("parties", parts.parties().all().size());
        return answer;
    }

    private NowPlaying nowPlaying(Call call) {
        Instant now = parts.clock().now();
        List<Playing> playing = new ArrayList<>();
        Optional<PartyView> view =
                AccountParty.of(parts.parties(), call.account()).map(PartyHost::view);
        String party = view.map(it -> it.id().value()).orElse("");
        seen(call.account())
                .ifPresent(seen ->
                        playing.add(
                                new Playing(
                                        PlainText.of(seen.source()),
                                        "companion",
                                        party,
                                        WireViews.plain(seen.track()),
                                        seen.status(),
                                        seen.positionMs(),
                                        WireViews.millis(seen.at()))));
        view.map(it -> WireViews.state(it, now))
                .filter(it -> !it.source().isEmpty())
                .ifPresent(it -> playing.add(playing(it)));
        Optional<String> source = call.query("source");
        playing.removeIf(it -> source.isPresent() && !it.source().equalsIgnoreCase(source.get()));
        return new NowPlaying(WireViews.millis(now), playing);
    }

    /** What the player plays beside the party is no business of who came with a ticket. */
    private Optional<Companions.Seen> seen(Account account) {
        return account.pass().isPresent()
                ? Optional.empty()
                : parts.companions().seen(account.seat());
    }

    private static Playing playing(ServerMessage.PlaybackState state) {
        return new Playing(
                state.source(),
                "party",
                state.party(),
                state.track(),
                state.state(),
                state.positionMs(),
                state.effectiveAt());
    }
}
