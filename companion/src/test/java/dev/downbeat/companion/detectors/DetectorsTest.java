package dev.downbeat.companion.detectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.downbeat.protocol.WireCommand;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What every detector keeps, also where there is nothing to see. */
@Timeout(30)
class DetectorsTest {
    private static List<Detector> nowhere() {
        return Detectors.all(() -> 0, Map.of());
    }

    @Test
    void everyDetectorIsInTheList() throws IOException {
        try (Stream<Path> all = Files.walk(Path.of("target/classes"))) {
            long found =
                    all.map(file -> file.getFileName().toString())
                            .filter(name -> name.matches("[A-Za-z]+Detector\\.class"))
                            .count();
            assertEquals(nowhere().size(), found);
        }
    }

    @TestFactory
    Stream<DynamicTest> withoutADesktopItSaysWhyAndNeverThrows() {
        return nowhere().stream()
                .map(detector -> DynamicTest.dynamicTest(detector.name(), () -> saysWhy(detector)));
    }

    private static void saysWhy(Detector detector) throws Exception {
        Player nobody = new Player("x", "x", "X", Player.Kind.LOCAL, 0);
        BlockingQueue<Sight> sights = new LinkedBlockingQueue<>();
        IOException why = assertThrows(IOException.class, detector::players);
        assertFalse(String.valueOf(why.getMessage()).isBlank());

        detector.start(_ -> true, sights::add);
        detector.reload();
        detector.command(nobody, new WireCommand("pause", 0));

        assertEquals(
                new Sight.Health(detector.name(), String.valueOf(why.getMessage())),
                sights.poll(10, TimeUnit.SECONDS));
        detector.close();
        detector.close();
    }
}
