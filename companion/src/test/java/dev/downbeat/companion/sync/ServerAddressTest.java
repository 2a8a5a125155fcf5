package dev.downbeat.companion.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerAddressTest {

    @ParameterizedTest
    @CsvSource({
        "https://party.example, wss://party.example/api/sync",
        "https://party.example/, wss://party.example/api/sync",
        "party.example, wss://party.example/api/sync",
        "https://party.example:8443/downbeat, wss://party.example:8443/downbeat/api/sync",
        "party.example:8443, wss://party.example:8443/api/sync",
        "127.0.0.1.example.com, wss://127.0.0.1.example.com/api/sync",
        "127.0.0.1:7788, ws://127.0.0.1:7788/api/sync",
        "LOCALHOST:7700/, ws://LOCALHOST:7700/api/sync",
        "[::1]:7700, ws://[::1]:7700/api/sync",
        "https://localhost:7700, wss://localhost:7700/api/sync",
        "http://127.0.0.1:7700, ws://127.0.0.1:7700/api/sync",
        "http://localhost:7700, ws://localhost:7700/api/sync",
        "http://[::1]:7700, ws://[::1]:7700/api/sync",
    })
    void isUsed(String text, String socket) {
        assertEquals(socket, ServerAddress.parse(text).orElseThrow().socket().toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "http://party.example",
                "http://127.0.0.1.example.com",
                "ftp://party.example",
                "file:///etc/passwd",
                "https://user:password@party.example",
                "https://party.example?x=1",
                "https://",
                "https://a b",
                "javascript://alert",
            })
    void isRefused(String text) {
        assertTrue(ServerAddress.parse(text).isEmpty());
    }

    @Test
    void anUploadsNameCannotLeaveItsPlace() {
        ServerAddress server = ServerAddress.parse("https://party.example").orElseThrow();

        assertEquals(
                "https://party.example/api/uploads/..%2F..%2Fpair%3Fx",
                server.upload("../../pair?x").toString());
    }
}
