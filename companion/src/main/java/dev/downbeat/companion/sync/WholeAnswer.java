package dev.downbeat.companion.sync;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks a server and reads its answer, with one deadline for all of it: the timeout of a request
 * itself ends with the answer's headers, and a server may drip its body for ever.
 */
public final class WholeAnswer {
    /** In bytes; the answers of a Downbeat server are far shorter. */
    private static final long LONGEST = 65_536;

    private WholeAnswer() {}

    /**
     * Sends on the calling thread's time; hangs up when {@code within} is over.
     *
     * @throws HttpTimeoutException when the whole answer is not there in time
     * @throws IOException when the line breaks, or the answer is too long
     */
    public static HttpResponse<String> of(HttpClient http, HttpRequest request, Duration within)
            throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<String>> answer =
                http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofString(), LONGEST));
        try {
            return answer.get(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            throw new HttpTimeoutException("no whole answer in time");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException broken ? broken : new IOException(e);
        } finally {
            boolean _ = answer.cancel(true);
        }
    }
}
