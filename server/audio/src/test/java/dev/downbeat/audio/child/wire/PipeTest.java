package dev.downbeat.audio.child.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.downbeat.audio.MediaInfo;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;

class PipeTest {
    static Stream<Order> orders() {
        return Stream.of(
                new Order.Probe(1, "Песня.mp3", -1),
                new Order.Ingest(2, "a", 77, -1),
                new Order.EndOfBytes(3, 1L << 40),
                new Order.BytesLost(4, "why"));
    }

    static Stream<Answer> answers() {
        return Stream.of(
                new Answer.Ready(),
                new Answer.Working(),
                new Answer.Need(1 << 16, 1 << 20),
                new Answer.Described(new MediaInfo("mp3", "Т", "a", "", Duration.ofMillis(1234))),
                new Answer.Counted(9000),
                new Answer.Settled(77),
                new Answer.Finished(),
                new Answer.Refused("нет"));
    }

    @ParameterizedTest
    @MethodSource("orders")
    void anOrderArrivesAsItWasSent(Order order) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        Pipe.write(order, out);

        assertEquals(order, Pipe.readOrder(new ByteArrayInputStream(out.toByteArray())));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void anAnswerArrivesAsItWasSent(Answer answer) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        Pipe.write(answer, out);

        assertEquals(answer, Pipe.readAnswer(new ByteArrayInputStream(out.toByteArray())));
    }

    @Test
    void packetsArriveAsTheyWereSent() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Packet packet = new Packet(new byte[] {1, 2, 3}, 200);

        Pipe.write(new Answer.Made(Take.CLEAN, 42, List.of(packet, packet)), out);
        Answer.Made made =
                assertInstanceOf(
                        Answer.Made.class,
                        Pipe.readAnswer(new ByteArrayInputStream(out.toByteArray())));

        assertEquals(Take.CLEAN, made.take());
        assertEquals(42, made.first());
        assertEquals(2, made.packets().size());
        assertArrayEquals(packet.opus(), made.packets().get(1).opus());
        assertEquals(200, made.packets().get(1).loudness());
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, (1 << 20) + 1, Integer.MAX_VALUE})
    void anImpossibleLengthIsNotBelieved(int length) {
        byte[] bytes = ByteBuffer.allocate(64).putInt(length).array();

        assertThrows(IOException.class, () -> Pipe.readAnswer(new ByteArrayInputStream(bytes)));
    }

    @Test
    void garbageIsAnErrorAndNothingWorse() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(5);
        for (int i = 0; i < 5000; i++) {
            byte[] bytes = new byte[40];
            random.nextBytes(bytes);
            ByteBuffer.wrap(bytes).putInt(0, 20).put(4, (byte) random.nextInt(12));
            try {
                Pipe.readAnswer(new ByteArrayInputStream(bytes));
            } catch (IOException _) {
                // That is what a reader is prepared for.
            }
        }
    }
}
