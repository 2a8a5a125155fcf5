package dev.downbeat.localdiscord.rest;

import com.fasterxml.jackson.databind.JsonNode;

import dev.downbeat.localdiscord.world.Json;

import io.javalin.http.Context;
import io.javalin.http.UploadedFile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** One REST request, its body read. */
record Call(Context http, JsonNode body, List<Upload> uploads) {
    static Call of(Context http) {
        String type = String.valueOf(http.contentType());
        if (!type.startsWith("multipart/")) {
            String text = http.body();
            return new Call(http, text.isBlank() ? Json.object() : json(text), List.of());
        }
        String payload = http.formParam("payload_json");
        List<Upload> uploads = new ArrayList<>();
        for (UploadedFile file : http.uploadedFiles()) {
            if (!file.filename().isEmpty()) {
                uploads.add(upload(file));
            }
        }
        return new Call(http, payload == null ? Json.object() : json(payload), uploads);
    }

    private static Upload upload(UploadedFile file) {
        try (InputStream content = file.content()) {
            return new Upload(
                    file.filename(), String.valueOf(file.contentType()), content.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode json(String text) {
        return Json.parse(text)
                .orElseThrow(
                        () -> new ApiError(400, 50109, "The request body contains invalid JSON."));
    }

    long id(String name) {
        try {
            return Long.parseUnsignedLong(http.pathParam(name));
        } catch (NumberFormatException _) {
            FormErrors errors = new FormErrors();
            errors.add(
                    name,
                    "NUMBER_TYPE_COERCE",
                    "Value \"" + http.pathParam(name) + "\" is not snowflake.");
            errors.throwIfAny();
            throw new IllegalStateException();
        }
    }

    String text(String name) {
        return http.pathParam(name);
    }

    int number(String query, int otherwise) {
        String value = http.queryParam(query);
        try {
            return value == null ? otherwise : Integer.parseInt(value);
        } catch (NumberFormatException _) {
            return otherwise;
        }
    }

    long queryId(String query) {
        String value = http.queryParam(query);
        return value == null ? 0 : Json.id(Json.object().put("id", value).path("id"));
    }
}
