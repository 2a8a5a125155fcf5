package dev.downbeat.engine.web.uploads;

import java.util.Map;
import java.util.TreeMap;

/** Which bytes of a file are there, as spans that do not touch. Not safe for several threads. */
final class Spans {
    /** First byte of a span -> first byte after it. */
    private final TreeMap<Long, Long> spans = new TreeMap<>();

    void add(long from, long to) {
        long start = from;
        long end = to;
        Map.Entry<Long, Long> before = spans.floorEntry(from);
        if (before != null && before.getValue() >= from) {
            start = before.getKey();
        }
        for (Map.Entry<Long, Long> next = spans.ceilingEntry(start);
                next != null && next.getKey() <= end;
                next = spans.ceilingEntry(start)) {
            end = Math.max(end, next.getValue());
            spans.remove(next.getKey());
        }
        spans.put(start, end);
    }

    /** How far the bytes go without a gap from {@code at}; 0 when that byte is not there. */
    long availableAt(long at) {
        Map.Entry<Long, Long> span = spans.floorEntry(at);
        return span == null ? 0 : Math.max(0, span.getValue() - at);
    }

    boolean has(long from, long to) {
        return availableAt(from) >= to - from;
    }

    /** In bytes, all spans together. */
    long total() {
        return spans.entrySet().stream().mapToLong(span -> span.getValue() - span.getKey()).sum();
    }
}
