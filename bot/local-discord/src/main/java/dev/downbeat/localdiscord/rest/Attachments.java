package dev.downbeat.localdiscord.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.downbeat.localdiscord.world.Json;

import io.javalin.http.Context;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.LongSupplier;

/** The files of messages, at most 64 MB of them; the oldest go first. Thread-safe. */
public final class Attachments {
    private static final int LARGEST_FILE = 10 << 20;
    private static final long LARGEST_SUM = 64L << 20;

    private final LinkedHashMap<Long, Upload> files = new LinkedHashMap<>();
    private volatile String url = "";
    private long sum;

    /** The address under which files are fetched. */
    public void reachableAt(String base) {
        url = base;
    }

    synchronized ArrayNode keep(List<Upload> uploads, LongSupplier ids) {
        ArrayNode list = Json.array();
        for (Upload upload : uploads) {
            if (upload.bytes().length > LARGEST_FILE) {
                throw new ApiError(413, 40005, "Request entity too large");
            }
            long id = ids.getAsLong();
            files.put(id, upload);
            sum += upload.bytes().length;
            ObjectNode json = list.addObject();
            json.put("id", Long.toString(id));
            json.put("filename", upload.name());
            json.put("size", upload.bytes().length);
            json.put("content_type", upload.contentType());
            json.put("url", url + id);
            json.put("proxy_url", url + id);
        }
        while (sum > LARGEST_SUM) {
            sum -= files.pollFirstEntry().getValue().bytes().length;
        }
        return list;
    }

    private synchronized @Nullable Upload find(long id) {
        return files.get(id);
    }

    /** Answers with the file whose id the path names. */
    public void serve(Context http) {
        Upload upload = find(Json.id(Json.object().textNode(http.pathParam("id"))));
        if (upload == null) {
            http.status(404);
        } else {
            http.header("Content-Disposition", "attachment");
            http.contentType("application/octet-stream").result(upload.bytes());
        }
    }
}
