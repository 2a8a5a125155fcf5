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
        int told = told(code);
        response.setStatus(told);
        byte[] body = Json.bytes(Problems.document(Problems.of(told), told, language));
        response.write(true, ByteBuffer.wrap(body), callback);
    }

    /**
     * The container asks for an upgrade when somebody begins with HTTP/2, which it does not speak;
     * our own 426 means a WebSocket, and comes from a route.
     */
    private static int told(int code) {
        return code == Fault.UPGRADE_NEEDED.status() ? Fault.VERSION_NOT_SUPPORTED.status() : code;
    }
}
