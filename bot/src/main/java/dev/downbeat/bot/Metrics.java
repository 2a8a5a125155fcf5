package dev.downbeat.bot;

import dev.downbeat.audio.Audio;
import dev.downbeat.engine.parties.Counters;
import dev.downbeat.engine.parties.Parties;
import dev.downbeat.engine.sound.PartySound;
import dev.downbeat.engine.store.Store;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

import java.util.function.ToDoubleFunction;

/** What {@code GET /metrics} shows of the parties, the sound and the database. */
final class Metrics {
    private final PrometheusMeterRegistry registry =
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    private Metrics() {}

    static PrometheusMeterRegistry of(House house) {
        Metrics metrics = new Metrics();
        metrics.parties(house.parties());
        metrics.sound(house.base().audio(), house.parties(), house.sound());
        metrics.store(house.base().store());
        return metrics.registry;
    }

    private void parties(Parties parties) {
        Counters counters = parties.counters();
        gauge("downbeat.parties", "Parties that have not ended", parties, it -> it.all().size());
        count(
                "downbeat.party.decisions",
                "Inputs that a party decided on",
                counters,
                Counters::decided);
        count(
                "downbeat.party.reports.replaced",
                "Reports that a newer one of the same seat replaced before the party read them",
                counters,
                Counters::replacedReports);
        count(
                "downbeat.party.inputs.dropped",
                "Reports and signs of life for which an inbox had no place",
                counters,
                Counters::droppedInputs);
        count(
                "downbeat.party.wishes.refused",
                "Wishes answered with a refusal",
                counters,
                Counters::refusedWishes);
        count(
                "downbeat.party.faults",
                "Exceptions in a party or in what it had done, failed writes included",
                counters,
                Counters::faults);
        count(
                "downbeat.party.views.superseded",
                "Views that a watcher never saw because a newer one came first",
                counters,
                Counters::supersededViews);
        count(
                "downbeat.source.questions",
                "Questions put to single sources of music",
                counters,
                Counters::questions);
        count(
                "downbeat.source.timeouts",
                "Questions that a source did not answer in time",
                counters,
                Counters::timeouts);
    }

    private void sound(Audio audio, Parties parties, PartySound sound) {
        count(
                "downbeat.tick.announced",
                "Ticks of 20 ms that were announced",
                audio,
                it -> it.tickFigures().announced());
        count(
                "downbeat.tick.skipped",
                "Ticks that passed unseen while the machine or the process stood still",
                audio,
                it -> it.tickFigures().skipped());
        count(
                "downbeat.tick.failed.calls",
                "Calls of a tick that threw",
                audio,
                it -> it.tickFigures().failedCalls());
        gauge(
                "downbeat.tick.late.p50.micros",
                "Half of the ticks came no later than this, in microseconds",
                audio,
                it -> it.tickFigures().lateP50Micros());
        gauge(
                "downbeat.tick.late.p99.micros",
                "99 % of the ticks came no later than this, in microseconds",
                audio,
                it -> it.tickFigures().lateP99Micros());
        gauge(
                "downbeat.audible.corrections",
                "Jumps in running sound that nobody asked for, of the parties that run",
                parties,
                it ->
                        it.all().stream()
                                .mapToLong(party -> sound.audibleCorrections(party.id()))
                                .sum());
    }

    private void store(Store store) {
        count("downbeat.store.writes", "Writes to the database", store, Store::writes);
        count(
                "downbeat.store.commits",
                "Commits that made them durable; one may hold several writes",
                store,
                Store::commits);
        count(
                "downbeat.store.failures",
                "Reads and writes of the database that failed",
                store,
                Store::failures);
    }

    private <T> void count(String name, String what, T of, ToDoubleFunction<T> value) {
        FunctionCounter.builder(name, of, value).description(what).register(registry);
    }

    private <T> void gauge(String name, String what, T of, ToDoubleFunction<T> value) {
        Gauge.builder(name, of, value).description(what).strongReference(true).register(registry);
    }
}
