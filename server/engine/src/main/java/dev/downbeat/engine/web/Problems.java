package dev.downbeat.engine.web;

import dev.downbeat.engine.FaultTrace;
import dev.downbeat.engine.NotKept;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;

/** Turns what went wrong into problem documents, RFC 9457: one place, no stack traces. */
final class Problems {
    static final String TYPE = "application/problem+json";

    /** In seconds: when what could not be saved may be tried again. */
    static final int UNTIL_SAVED = 2;

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    /**
     * @param code stable, for programs
     * @param title for people, in their language
     */
    record Document(String type, String title, int status, String code) {}

    private final Body reader;

    Problems(Body reader) {
        this.reader = reader;
    }

    void configure(RoutesConfig routes) {
        routes.exception(WebFault.class, this::answer);
        routes.exception(
                HttpResponseException.class, (e, context) -> answer(of(e.getStatus()), context));
        routes.exception(
                IOException.class, (_, context) -> answer(WebFault.of(Fault.BAD_REQUEST), context));
        routes.exception(
                NotKept.class,
                (_, context) -> answer(WebFault.later(Fault.NOT_SAVED, UNTIL_SAVED), context));
        routes.exception(Exception.class, this::broken);
        routes.error(404, context -> unnamed(Fault.NOT_FOUND, context));
        routes.error(405, context -> unnamed(Fault.METHOD_NOT_ALLOWED, context));
    }

    static WebFault of(int status) {
        for (Fault fault : Fault.values()) {
            if (fault.status() == status) {
                return WebFault.of(fault);
            }
        }
        return WebFault.of(status >= 500 ? Fault.INTERNAL : Fault.BAD_REQUEST);
    }

    private void unnamed(Fault fault, Context context) {
        String type = context.res().getContentType();
        if (type == null || !type.startsWith(TYPE)) {
            answer(WebFault.of(fault), context);
        }
    }

    private void broken(Exception fault, Context context) {
        LOG.error(
                "{} {} broke: {}",
                context.method(),
                context.attribute(Routes.TAKEN),
                FaultTrace.of(fault));
        answer(WebFault.of(Fault.INTERNAL), context);
    }

    private void answer(WebFault fault, Context context) {
        int status = fault.fault().status();
        if (fault.retryAfterSeconds() > 0) {
            context.header("Retry-After", String.valueOf(fault.retryAfterSeconds()));
        }
        if (status == 401) {
            context.header("WWW-Authenticate", "Bearer");
        }
        byte[] body = Json.bytes(document(fault, status, Call.language(context)));
        context.status(status).contentType(TYPE);
        if (isStillSent(context)) {
            answerBeforeTheEnd(body, context);
        } else if (context.attribute(Routes.UPGRADING) == null) {
            context.result(body);
        } else {
            write(body, context);
        }
    }

    /** Whoever waits for a 100 sends nothing more. */
    private static boolean isStillSent(Context context) {
        boolean hasBody =
                context.req().getContentLengthLong() > 0
                        || context.header("Transfer-Encoding") != null;
        return hasBody && context.header("Expect") == null && !isFinished(context);
    }

    private static boolean isFinished(Context context) {
        try {
            return context.req().getInputStream().isFinished();
        } catch (IOException e) {
            return true;
        }
    }

    /** At once; then what still comes is taken in, so that the answer is not lost with the line. */
    private void answerBeforeTheEnd(byte[] body, Context context) {
        long length = context.req().getContentLengthLong();
        if (length < 0 || length > Call.MAX_BODY) {
            context.header("Connection", "close");
        }
        write(body, context);
        try {
            context.res().flushBuffer();
            reader.drain(context.req().getInputStream());
        } catch (IOException e) {
            LOG.debug("A refused body broke off: {}", FaultTrace.of(e));
        }
    }

    /** Javalin itself sends no body where an upgrade is refused. */
    private static void write(byte[] body, Context context) {
        WebServer.GUARDS.forEach(context::header);
        try {
            context.res().setContentLength(body.length);
            context.res().getOutputStream().write(body);
        } catch (IOException e) {
            LOG.debug("Nobody waits for a refusal any more: {}", FaultTrace.of(e));
        }
    }

    static Document document(WebFault fault, int status, Language language) {
        String title = fault.sentence().in(language);
        return new Document("urn:downbeat:problem:" + fault.code(), title, status, fault.code());
    }
}
