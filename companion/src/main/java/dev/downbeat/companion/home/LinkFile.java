package dev.downbeat.companion.home;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** The link on disk, in a file that only the user may read; token and server stay together. */
public final class LinkFile {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;

    public LinkFile(Path file) {
        this.file = file;
    }

    /** Empty when this companion was never linked. */
    public Optional<Link> read() throws IOException {
        try {
            JsonNode tree = JSON.readTree(Files.readString(file));
            Link link =
                    new Link(
                            URI.create(tree.path("server").asText()),
                            tree.path("token").asText(),
                            tree.path("seat").asText(),
                            tree.path("account").asText());
            return link.token().isEmpty() ? Optional.empty() : Optional.of(link);
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (com.fasterxml.jackson.core.JsonProcessingException | IllegalArgumentException e) {
            throw new IOException(file + " is damaged: link again", e);
        }
    }

    public void write(Link link) throws IOException {
        ObjectNode tree = JSON.createObjectNode();
        tree.put("server", link.server().toString());
        tree.put("token", link.token());
        tree.put("seat", link.seat());
        tree.put("account", link.account());
        AtomicFile.write(file, tree.toPrettyString() + "\n");
    }
}
