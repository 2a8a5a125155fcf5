package dev.downbeat.localdiscord.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.downbeat.localdiscord.world.Json;

import org.jspecify.annotations.Nullable;

/** A refusal in Discord's shape: an HTTP status, a code, a sentence. */
public final class ApiError extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final int code;
    private final transient @Nullable ObjectNode errors;

    public ApiError(int status, int code, String message) {
        this(status, code, message, null);
    }

    ApiError(int status, int code, String message, @Nullable ObjectNode errors) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.errors = errors;
    }

    static ApiError unknown(int code, String what) {
        return new ApiError(404, code, "Unknown " + what);
    }

    static ApiError missingPermissions() {
        return new ApiError(403, 50013, "Missing Permissions");
    }

    static ApiError missingAccess() {
        return new ApiError(403, 50001, "Missing Access");
    }

    public int status() {
        return status;
    }

    public int code() {
        return code;
    }

    public ObjectNode json() {
        ObjectNode json = Json.object();
        json.put("message", getMessage());
        json.put("code", code);
        if (errors != null) {
            json.set("errors", errors);
        }
        return json;
    }
}
