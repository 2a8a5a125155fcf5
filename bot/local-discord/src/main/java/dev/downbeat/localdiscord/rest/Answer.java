package dev.downbeat.localdiscord.rest;

import com.fasterxml.jackson.databind.JsonNode;

import org.jspecify.annotations.Nullable;

/** What a route answers: a status and perhaps JSON. */
record Answer(int status, @Nullable JsonNode json) {
    static Answer ok(JsonNode json) {
        return new Answer(200, json);
    }

    static Answer created(JsonNode json) {
        return new Answer(201, json);
    }

    static Answer nothing() {
        return new Answer(204, null);
    }
}
