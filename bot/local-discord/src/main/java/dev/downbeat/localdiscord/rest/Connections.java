package dev.downbeat.localdiscord.rest;

import io.javalin.http.Context;

import org.eclipse.jetty.ee10.servlet.ServletContextRequest;

/** Reaches the TCP connection below a request. */
final class Connections {
    private Connections() {}

    /** Ends the connection without an answer, as a broken network does. */
    static void cut(Context http) {
        ServletContextRequest.getServletContextRequest(http.req())
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint()
                .close();
    }
}
