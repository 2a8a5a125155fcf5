package dev.downbeat.engine.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.downbeat.party.SeatId;

import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.session.DefaultSessionCache;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/** Whatever is refused is refused in the same words, and leaves nothing behind. */
final class RefusedTest {
    private WebWorld world;

    @BeforeEach
    void open(@TempDir Path folder) {
        world = new WebWorld(folder, WebWorld.PATIENT);
    }

    @AfterEach
    void close() {
        world.close();
    }

    private int port() {
        return world.server.port();
    }

    private static void assertProblem(int status, String code, RawHttp.Answer answer) {
        assertEquals(status, answer.status(), answer::toString);
        assertTrue(answer.isProblem(code), answer::toString);
        assertTrue(answer.head().contains("nosniff"), answer::toString);
    }

    @Test
    void aRefusedUpgradeSaysWhy() throws IOException {
        String token = world.token(WebWorld.MILA);

        assertProblem(401, "unauthorized", RawHttp.upgrade(port(), Routes.SYNC));
        assertProblem(
                403,
                "foreign_origin",
                RawHttp.upgrade(
                        port(),
                        Routes.SYNC,
                        "Authorization: Bearer " + token,
                        "Origin: https://evil.example"));
        assertProblem(404, "not_found", RawHttp.upgrade(port(), "/api/nothing"));
    }

    @Test
    void aRefusedUpgradeSetsNoCookie() throws IOException {
        String head = RawHttp.upgrade(port(), Routes.SYNC).head();

        assertFalse(head.toLowerCase(Locale.ROOT).contains("set-cookie"), head);
    }

    @Test
    void aRefusedUpgradeSpeaksTheCallersLanguage() throws IOException {
        RawHttp.Answer answer = RawHttp.upgrade(port(), Routes.SYNC, "Accept-Language: ru");

        assertTrue(answer.body().contains("Нужен действующий токен"), answer::toString);
    }

    @ParameterizedTest
    @CsvSource({
        "400, bad_request, /%zz",
        "400, bad_request, /%00",
        "404, not_found, /a%2fb",
        "404, not_found, /no/such/place",
    })
    void anAddressThatIsNoneIsAProblem(int status, String code, String path) throws IOException {
        assertProblem(status, code, get(path));
    }

    private RawHttp.Answer get(String path, String... more) throws IOException {
        String[] lines =
                Arrays.copyOf(
                        new String[] {"GET " + path + " HTTP/1.1", "Host: a"}, 2 + more.length);
        System.arraycopy(more, 0, lines, 2, more.length);
        return RawHttp.ask(port(), lines);
    }

    @Test
    void whoBeginsWithHttp2IsToldWhichVersionWorks() throws IOException {
        RawHttp.Answer answer = RawHttp.ask(port(), "PRI * HTTP/2.0", "", "SM");

        assertProblem(505, "version_not_supported", answer);
        assertTrue(answer.body().contains("HTTP/1.1 only"), answer::toString);
    }

    @Test
    void whatIsTooLongIsAProblem() throws IOException {
        assertProblem(414, "uri_too_long", get("/" + "a".repeat(20_000)));
        assertProblem(431, "headers_too_large", get("/", "X-Long: " + "a".repeat(20_000)));
    }

    @Test
    void hundredsOfUpgradesLeaveNoSessionAndNoConnection() throws IOException {
        for (int i = 0; i < 200; i++) {
            assertTrue(RawHttp.upgrade(port(), Routes.SYNC).status() >= 400);
        }
        for (int i = 0; i < 100; i++) {
            Line line = new Line(world, world.token(new SeatId("discord:10" + i)));
            WebSocket _ = line.socket().sendClose(1000, "").join();
            int _ = line.awaitClose();
        }
        Server jetty = world.server.javalin().jettyServer().server();

        world.await("no companion", () -> world.companions.connected() == 0);
        world.await("no session", () -> sessions(jetty) == 0);
        world.await("no connection", () -> connections(jetty) == 0);
    }

    private static long sessions(Server jetty) {
        var caches = jetty.getContainedBeans(DefaultSessionCache.class);
        assertEquals(1, caches.size(), "this test counts in Jetty's own cache");
        return caches.iterator().next().getSessionsCurrent();
    }

    private static int connections(Server jetty) {
        return ((ServerConnector) jetty.getConnectors()[0]).getConnectedEndPoints().size();
    }

    @Test
    void aRevokedTokenClosesItsSocketAndNoOther() throws Exception {
        String token = world.token(WebWorld.MILA);
        Line revoked = Line.greeted(world, token);
        Line other = Line.greeted(world, world.token(WebWorld.MILA));

        long before = world.clock.nanos();
        assertEquals(204, world.json("DELETE", "/api/token", token, "").statusCode());

        assertEquals(4401, revoked.awaitClose());
        assertTrue(world.clock.nanos() - before < 1_000_000_000L);
        world.await("one companion", () -> world.companions.connected() == 1);
        assertEquals(1, world.tokens.revokeAll(WebWorld.MILA));
        assertEquals(4401, other.awaitClose());
    }
}
