package dev.downbeat.companion.upload;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.net.http.HttpResponse;

/** Why the server does not take a piece, as it says so itself. */
final class Refusal {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST = 300;

    private Refusal() {}

    /** The title of its problem document; its status where there is none. */
    static String of(HttpResponse<String> answer) {
        String status = "HTTP " + answer.statusCode();
        try {
            String title = JSON.readTree(answer.body()).path("title").asText().strip();
            return title.isEmpty() ? status : title.substring(0, Math.min(LONGEST, title.length()));
        } catch (JsonProcessingException _) {
            return status;
        }
    }
}
