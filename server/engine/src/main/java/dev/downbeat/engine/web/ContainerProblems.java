package dev.downbeat.engine.web;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;

/**
 * What the container refuses before any route is asked (a malformed address, headers that are too
 * large), as the same problem documents as everything else.
 */
final class ContainerProblems extends ErrorHandler {
    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int code,
            @Nullable String message,
            @Nullable Throwable cause,
            Callback callback) {
        String accepted = request.getHeaders().get(HttpHeader.ACCEPT_LANGUAGE);
        Language language = Language.of(accepted == null ? "" : accepted);
        WebServer.GUARDS.forEach(response.getHeaders()::put);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problems.TYPE);
        byte[] body = Json.bytes(Problems.document(Problems.of(code), code, language));
        response.write(true, ByteBuffer.wrap(body), callback);
    }
}
