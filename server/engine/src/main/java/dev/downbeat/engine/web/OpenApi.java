package dev.downbeat.engine.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Writes the table of routes as an OpenAPI 3.1 document. */
final class OpenApi {
    static final String PATH = "/openapi.json";
    static final String SUMMARY = "This document";

    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");
    private static final List<Fault> EVERYWHERE =
            List.of(Fault.TOO_MANY, Fault.INTERNAL, Fault.NOT_SAVED);

    private final Schemas schemas = new Schemas();

    private OpenApi() {}

    static String document(List<Route> table, String version) {
        List<Route> all = new ArrayList<>(table);
        all.add(Route.of("GET", PATH, SUMMARY, Route.Access.WATCH, _ -> "").giving(String.class));
        return Json.write(new OpenApi().write(all, version));
    }

    private Map<String, Object> write(List<Route> table, String version) {
        Map<String, Map<String, Object>> paths = new LinkedHashMap<>();
        for (Route route : table) {
            String method = route.method().toLowerCase(Locale.ROOT);
            paths.computeIfAbsent(route.path(), _ -> new LinkedHashMap<>())
                    .put(method, operation(route));
        }
        Map<String, Object> problem = schemas.of(Problems.Document.class);
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("openapi", "3.1.0");
        document.put("info", Map.of("title", "Downbeat", "version", version));
        document.put("paths", paths);
        document.put(
                "components",
                Map.of(
                        "schemas", schemas.all(),
                        "responses",
                                Map.of(
                                        "Problem",
                                        Map.of(
                                                "description",
                                                "A problem, RFC 9457",
                                                "content",
                                                Map.of(Problems.TYPE, Map.of("schema", problem)))),
                        "securitySchemes",
                                Map.of("token", Map.of("type", "http", "scheme", "bearer"))));
        return document;
    }

    private Map<String, Object> operation(Route route) {
        Map<String, Object> operation = new LinkedHashMap<>();
        operation.put("summary", route.summary());
        operation.put("parameters", parameters(route));
        if (route.body() != null) {
            String type =
                    route.body() == byte[].class ? "application/octet-stream" : "application/json";
            operation.put(
                    "requestBody",
                    Map.of(
                            "required",
                            true,
                            "content",
                            Map.of(type, Map.of("schema", schemas.asked(route.body())))));
        }
        operation.put("responses", responses(route));
        if (needsToken(route)) {
            operation.put("security", List.of(Map.of("token", List.of())));
        }
        return operation;
    }

    private static boolean needsToken(Route route) {
        return switch (route.access()) {
            case OPEN, GUESS, WATCH -> false;
            case SEAT, PIECES -> true;
        };
    }

    private static boolean isWish(Route route) {
        return route.answer() == PartyAnswers.WishDone.class;
    }

    private static List<Object> parameters(Route route) {
        List<Object> parameters = new ArrayList<>();
        PARAMETER
                .matcher(route.path())
                .results()
                .map((MatchResult it) -> parameter(it.group(1), "path", true))
                .forEach(parameters::add);
        route.query().forEach(it -> parameters.add(parameter(it)));
        if (isWish(route)) {
            parameters.add(parameter("Idempotency-Key", "header", false));
        }
        if (route.body() == byte[].class) {
            parameters.add(parameter("Content-Range", "header", true));
        }
        return parameters;
    }

    private static Map<String, Object> parameter(Query query) {
        return Map.of(
                "name", query.name(), "in", "query", "required", false, "schema", query.schema());
    }

    private static Map<String, Object> parameter(String name, String where, boolean needed) {
        return Map.of(
                "name", name, "in", where, "required", needed, "schema", Map.of("type", "string"));
    }

    private Map<String, Object> responses(Route route) {
        Map<String, Object> responses = new TreeMap<>();
        Class<?> answer = route.answer();
        if (answer == null) {
            responses.put("204", Map.of("description", "Done"));
        } else {
            String type = answer == String.class ? "text/plain" : "application/json";
            responses.put(
                    "200",
                    Map.of(
                            "description",
                            "Done",
                            "content",
                            Map.of(type, Map.of("schema", schemas.of(answer)))));
        }
        List<Fault> faults = new ArrayList<>(EVERYWHERE);
        faults.addAll(route.faults());
        if (needsToken(route)) {
            faults.add(Fault.UNAUTHORIZED);
        }
        if (route.body() != null) {
            faults.addAll(
                    List.of(
                            Fault.BAD_JSON,
                            Fault.TOO_SLOW,
                            Fault.TOO_LARGE,
                            Fault.UNSUPPORTED_TYPE));
        }
        if (isWish(route)) {
            faults.add(Fault.KEY_REUSED);
        }
        faults.forEach(fault ->
                responses.put(
                        String.valueOf(fault.status()),
                        Map.of("$ref", "#/components/responses/Problem")));
        return responses;
    }
}
