package dev.downbeat.engine.web;

import dev.downbeat.engine.ServerClock;
import dev.downbeat.engine.accounts.Pairing;
import dev.downbeat.engine.accounts.Tickets;
import dev.downbeat.engine.accounts.Tokens;
import dev.downbeat.engine.parties.Parties;
import dev.downbeat.engine.web.sync.Companions;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

import java.util.List;
import java.util.function.Supplier;

/**
 * What the web server stands on.
 *
 * @param discordApplicationId empty without Discord, or while it is not known
 * @param metrics what {@code GET /metrics} shows; the web adds its own
 */
public record WebParts(
        ServerClock clock,
        Parties parties,
        Companions companions,
        Pairing pairing,
        Tokens tokens,
        Tickets tickets,
        Supplier<String> discordApplicationId,
        List<HealthPart> health,
        PrometheusMeterRegistry metrics) {
    public WebParts {
        health = List.copyOf(health);
    }
}
