package dev.downbeat.localdiscord.control;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** Serves the page: a fixed list of files, with a content policy that lets nothing else in. */
public final class PageFiles {
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self' ws:;"
                    + " img-src 'self' data:; base-uri 'none'; form-action 'none';"
                    + " frame-ancestors 'none'";
    private static final String HTML = "text/html; charset=utf-8";
    private static final String SCRIPT = "text/javascript; charset=utf-8";
    private static final Map<String, String> FILES =
            Map.of(
                    "index.html", HTML,
                    "page.css", "text/css; charset=utf-8",
                    "page.js", SCRIPT,
                    "control.js", SCRIPT,
                    "messages.js", SCRIPT,
                    "markdown.js", SCRIPT,
                    "commands.js", SCRIPT,
                    "voice.js", SCRIPT,
                    "listen.js", SCRIPT,
                    "words.js", SCRIPT);

    public void register(RoutesConfig routes) {
        routes.get("/", http -> serve(http, "index.html"));
        for (String name : FILES.keySet()) {
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
            http.contentType(String.valueOf(FILES.get(name))).result(in.readAllBytes());
        }
    }
}
