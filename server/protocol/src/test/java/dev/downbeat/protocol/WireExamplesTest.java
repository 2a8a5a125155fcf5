package dev.downbeat.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The example files are the contract: each message has one, and it survives both ways. */
class WireExamplesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private interface Reader {
        Object read(String json) throws BadMessage;
    }

    private static String rewrittenClient(String json) throws BadMessage {
        return Wire.write(Wire.readClient(json));
    }

    private static String rewrittenServer(String json) throws BadMessage {
        return Wire.write(Wire.readServer(json));
    }

    @TestFactory
    Stream<DynamicTest> everyClientExampleSurvivesBothWays() throws Exception {
        return files("client").stream()
                .map(f -> test(f, () -> assertSurvives(f, rewrittenClient(text(f)))));
    }

    @TestFactory
    Stream<DynamicTest> everyServerExampleSurvivesBothWays() throws Exception {
        return files("server").stream()
                .map(f -> test(f, () -> assertSurvives(f, rewrittenServer(text(f)))));
    }

    @TestFactory
    Stream<DynamicTest> anUnknownFieldIsTolerated() throws Exception {
        Stream<DynamicTest> client = files("client").stream().map(f -> newer(f, Wire::readClient));
        Stream<DynamicTest> server = files("server").stream().map(f -> newer(f, Wire::readServer));
        return Stream.concat(client, server);
    }

    @Test
    void everyMessageHasItsExample() throws Exception {
        assertEquals(names(ClientMessage.class), exampleNames("client"));
        assertEquals(names(ServerMessage.class), exampleNames("server"));
    }

    @Test
    void everyMessageHasAName() {
        assertEquals(
                Set.of(ClientMessage.class.getPermittedSubclasses()), named(ClientMessage.class));
        assertEquals(
                Set.of(ServerMessage.class.getPermittedSubclasses()), named(ServerMessage.class));
    }

    private static void assertSurvives(Path file, String rewritten) throws IOException {
        assertEquals(JSON.readTree(text(file)), JSON.readTree(rewritten));
    }

    private static DynamicTest newer(Path file, Reader reader) {
        return test(
                file,
                () -> {
                    ObjectNode newer = (ObjectNode) JSON.readTree(text(file));
                    newer.putObject("added_later").put("any", 1);

                    assertEquals(reader.read(text(file)), reader.read(newer.toString()));
                });
    }

    private static DynamicTest test(Path file, org.junit.jupiter.api.function.Executable body) {
        return DynamicTest.dynamicTest(file.getFileName().toString(), body);
    }

    private static Set<String> names(Class<?> words) {
        return Arrays.stream(words.getAnnotation(JsonSubTypes.class).value())
                .map(JsonSubTypes.Type::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<Class<?>> named(Class<?> words) {
        return Arrays.stream(words.getAnnotation(JsonSubTypes.class).value())
                .map(JsonSubTypes.Type::value)
                .collect(Collectors.toSet());
    }

    private static Set<String> exampleNames(String side) throws Exception {
        return files(side).stream()
                .map(file -> file.getFileName().toString().replace(".json", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Path> files(String side) throws IOException, URISyntaxException {
        Path folder = Path.of(WireExamplesTest.class.getResource("/examples/" + side).toURI());
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> files = all.sorted().toList();
            assertTrue(files.size() > 1);
            return files;
        }
    }

    private static String text(Path file) {
        try {
            JsonNode tree = JSON.readTree(Files.readString(file));
            return tree.toString();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
