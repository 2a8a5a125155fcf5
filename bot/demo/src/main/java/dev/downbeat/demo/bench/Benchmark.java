package dev.downbeat.demo.bench;

import java.nio.file.Path;
import java.util.Map;

/** One figure (or a few that belong together), measured within 15 minutes. */
interface Benchmark {
    /** What {@code -Dbench=} names. */
    String name();

    /** One sentence: what is measured, beside what. */
    String about();

    /**
     * Values by name, ours and the peer's; a target stands beside its value as {@code …_target}.
     *
     * @param folder empty, removed afterwards
     */
    Map<String, Object> measure(Path folder) throws Exception;
}
