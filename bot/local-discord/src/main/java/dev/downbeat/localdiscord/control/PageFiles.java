package dev.downbeat.localdiscord.control;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Serves the page: a fixed list of files, with a content policy that lets nothing else in. */
public final class PageFiles {
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self' ws:;"
                    + " img-src 'self' data:; base-uri 'none'; form-action 'none';"
                    + " frame-ancestors 'none'";
    private static final List<String> FILES =
            List.of(
                    "index.html",
                    "page.css",
                    "page.js",
                    "control.js",
                    "focus.js",
                    "messages.js",
                    "markdown.js",
                    "commands.js",
                    "voice.js",
                    "listen.js",
                    "words.js");

    public void register(RoutesConfig routes) {
        routes.get("/", http -> serve(http, "index.html"));
        for (String name : FILES) {
            routes.get("/" + name, http -> serve(http, name));
        }
    }

    private static void serve(Context http, String name) throws IOException {
        try (InputStream in = PageFiles.class.getResourceAsStream("page/" + name)) {
            if (in == null) {
                throw new IllegalStateException("The page lacks its file " + name);
            }
            http.header("Content-Security-Policy", POLICY);
            http.header("X-Content-Type-Options", "nosniff");
            http.header("Referrer-Policy", "no-referrer");
            http.header("Cache-Control", "no-cache");
            http.contentType(type(name)).result(in.readAllBytes());
        }
    }

    private static String type(String name) {
        String kind =
                switch (name.substring(name.indexOf('.') + 1)) {
                    case "html" -> "text/html";
                    case "css" -> "text/css";
                    default -> "text/javascript";
                };
        return kind + "; charset=utf-8";
    }
}
