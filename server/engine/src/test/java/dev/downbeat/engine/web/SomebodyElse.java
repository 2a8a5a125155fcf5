package dev.downbeat.engine.web;

import dev.downbeat.party.SeatId;
import dev.downbeat.protocol.ClientMessage;
import dev.downbeat.protocol.ServerMessage;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/** One server for all tests of a class, and a person of its own for each of them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SomebodyElse {
    WebWorld world;
    SeatId seat = WebWorld.MILA;
    String token = "";
    private int people;

    @BeforeAll
    void open(@TempDir Path folder) {
        world = new WebWorld(folder, WebWorld.PATIENT);
    }

    @AfterAll
    void close() {
        world.close();
    }

    @BeforeEach
    void somebodyElse() {
        seat = new SeatId("discord:10" + ++people);
        token = world.token(seat);
    }

    /** A companion of that person, whose party is there. */
    Line hosting() throws InterruptedException {
        Line line = Line.greeted(world, token);
        line.say(new ClientMessage.Host(true));
        line.await(ServerMessage.PlaybackState.class, it -> !it.party().isEmpty());
        return line;
    }
}
