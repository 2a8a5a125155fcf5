package dev.downbeat.engine.web;

import dev.downbeat.engine.web.uploads.UploadSettings;

import java.util.Set;

/**
 * @param port 0 takes any free one
 * @param origins of pages that may open the socket, for example {@code https://party.example}; the
 *     server's own address is always allowed
 * @param version of this build, for people
 */
public record WebSettings(
        String host, int port, Set<String> origins, String version, UploadSettings uploads) {}
