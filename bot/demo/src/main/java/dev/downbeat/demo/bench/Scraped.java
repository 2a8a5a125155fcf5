package dev.downbeat.demo.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The server's own {@code /metrics} at one moment. */
record Scraped(Map<String, Double> values) {
    private static final Pattern SPACE = Pattern.compile("\\s+");

    static Scraped of(String serverUrl) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(serverUrl + "/metrics"))
                            .timeout(Duration.ofSeconds(5))
                            .build();
            Map<String, Double> values = new TreeMap<>();
            client.send(request, HttpResponse.BodyHandlers.ofLines())
                    .body()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .forEach(line -> put(values, SPACE.split(line)));
            return new Scraped(values);
        }
    }

    private static void put(Map<String, Double> values, String[] words) {
        values.put(words[0], Double.parseDouble(words[words.length - 1]));
    }

    Scraped minus(Scraped before) {
        Map<String, Double> grown = new TreeMap<>();
        values.forEach(
                (name, value) -> grown.put(name, value - before.values.getOrDefault(name, 0.0)));
        return new Scraped(grown);
    }

    /** Of every metric whose name holds {@code part}. */
    double sum(String part) {
        return values.entrySet().stream()
                .filter(entry -> entry.getKey().contains(part))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }
}
