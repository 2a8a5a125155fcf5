package dev.downbeat.engine.web.sync;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

import java.util.EnumSet;

/**
 * Sockets without extension and without subprotocol: what a client offers of either is taken away
 * before anybody can agree to it. A compressed socket would cost some 90 kB more, and hand the
 * server bombs to unpack. Any thread may call.
 */
public final class PlainSockets implements HttpConfiguration.Customizer {
    private static final EnumSet<HttpHeader> OFFERS =
            EnumSet.of(HttpHeader.SEC_WEBSOCKET_EXTENSIONS, HttpHeader.SEC_WEBSOCKET_SUBPROTOCOL);

    @Override
    public Request customize(Request request, HttpFields.Mutable answer) {
        if (OFFERS.stream().noneMatch(request.getHeaders()::contains)) {
            return request;
        }
        HttpFields plain = HttpFields.build(request.getHeaders(), OFFERS).asImmutable();
        return new Request.Wrapper(request) {
            @Override
            public HttpFields getHeaders() {
                return plain;
            }
        };
    }
}
