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
        gauge("downbeat.parties", parties, it -> it.all().size());
        count("downbeat.party.decisions", counters, Counters::decided);
        count("downbeat.party.reports.replaced", counters, Counters::replacedReports);
        count("downbeat.party.inputs.dropped", counters, Counters::droppedInputs);
        count("downbeat.party.wishes.refused", counters, Counters::refusedWishes);
        count("downbeat.party.faults", counters, Counters::faults);
        count("downbeat.party.views.superseded", counters, Counters::supersededViews);
        count("downbeat.source.questions", counters, Counters::questions);
        count("downbeat.source.timeouts", counters, Counters::timeouts);
    }

    private void sound(Audio audio, Parties parties, PartySound sound) {
        count("downbeat.tick.announced", audio, it -> it.tickFigures().announced());
        count("downbeat.tick.skipped", audio, it -> it.tickFigures().skipped());
        count("downbeat.tick.failed.calls", audio, it -> it.tickFigures().failedCalls());
        gauge("downbeat.tick.late.p50.micros", audio, it -> it.tickFigures().lateP50Micros());
        gauge("downbeat.tick.late.p99.micros", audio, it -> it.tickFigures().lateP99Micros());
        gauge(
                "downbeat.audible.corrections",
                parties,
                it ->
                        it.all().stream()
                                .mapToLong(party -> sound.audibleCorrections(party.id()))
                                .sum());
    }

    private void store(Store store) {
        count("downbeat.store.writes", store, Store::writes);
        count("downbeat.store.commits", store, Store::commits);
        count("downbeat.store.failures", store, Store::failures);
    }

    private <T> void count(String name, T of, ToDoubleFunction<T> value) {
        FunctionCounter.builder(name, of, value).register(registry);
    }

    private <T> void gauge(String name, T of, ToDoubleFunction<T> value) {
        Gauge.builder(name, of, value).strongReference(true).register(registry);
    }
}
