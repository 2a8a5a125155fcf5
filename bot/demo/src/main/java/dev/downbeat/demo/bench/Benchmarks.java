package dev.downbeat.demo.bench;

import java.util.List;

/** The list: a benchmark that is not here does not exist. */
final class Benchmarks {
    static final List<Benchmark> ALL =
            List.of(
                    new SyncBench(),
                    new AudaciousBench(),
                    new ActsBench(),
                    new FreshBench(),
                    new StartBench(),
                    new KillBench(),
                    new FaultsBench(),
                    new SeekBench(),
                    new FanoutBench(),
                    new StallBench(),
                    new EncodeBench());

    private Benchmarks() {}
}
