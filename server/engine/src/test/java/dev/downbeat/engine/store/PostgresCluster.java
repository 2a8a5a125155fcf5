package dev.downbeat.engine.store;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A PostgreSQL server of our own on a free loopback port, in a temporary folder. The server refuses
 * to run as root, so there it runs as the user {@code postgres}.
 */
final class PostgresCluster {
    private static final String USER = "downbeat";
    private static final String PASSWORD = "p@ss:w/rd+%";

    private final Path programs;
    private final Path folder;
    private final int port;
    private int databases;

    private PostgresCluster(Path programs, Path folder, int port) {
        this.programs = programs;
        this.folder = folder;
        this.port = port;
    }

    static boolean isInstalled() throws IOException {
        return programs().isPresent();
    }

    static PostgresCluster start() throws Exception {
        Path folder = Files.createTempDirectory("downbeat-postgres");
        Path secret = Files.writeString(folder.resolve("secret"), PASSWORD);
        giveAway(folder);
        giveAway(secret);
        int port = freePort();
        PostgresCluster cluster = new PostgresCluster(programs().orElseThrow(), folder, port);
        cluster.run(
                "initdb",
                "-D",
                cluster.data(),
                "-U",
                USER,
                "-A",
                "scram-sha-256",
                "-E",
                "UTF8",
                "--locale=C",
                "--no-sync",
                "--pwfile=" + secret);
        cluster.run(
                "pg_ctl",
                "-D",
                cluster.data(),
                "-w",
                "-t",
                "60",
                "-l",
                folder.resolve("log") + "",
                "-o",
                "-p " + port + " -k " + folder + " -c listen_addresses=127.0.0.1 -c fsync=off",
                "start");
        return cluster;
    }

    String newDatabase() throws SQLException {
        String name = "test_" + ++databases;
        try (Connection connection = connect("postgres")) {
            connection.createStatement().execute("create database " + name);
        }
        return name;
    }

    String url(String database) {
        return "postgres://" + USER + ":p%40ss%3Aw%2Frd+%25@127.0.0.1:" + port + "/" + database;
    }

    Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/" + database, USER, PASSWORD);
    }

    void stop() throws Exception {
        run("pg_ctl", "-D", data(), "-m", "immediate", "stop");
        Files.walkFileTree(folder, new Deleting());
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private void run(String program, String... arguments) throws Exception {
        List<String> command =
                new ArrayList<>(
                        isRoot()
                                ? List.of(
                                        "setpriv",
                                        "--reuid=postgres",
                                        "--regid=postgres",
                                        "--clear-groups")
                                : List.of());
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        Path output = Files.createTempFile("downbeat-postgres", ".txt");
        Process process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        boolean ended = process.waitFor(120, TimeUnit.SECONDS);
        String said = Files.readString(output);
        Files.delete(output);
        if (!ended || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException(program + " failed: " + said);
        }
    }

    private static Optional<Path> programs() throws IOException {
        Path versions = Path.of("/usr/lib/postgresql");
        if (!Files.isDirectory(versions)) {
            return Optional.empty();
        }
        try (Stream<Path> all = Files.list(versions)) {
            return all.map(version -> version.resolve("bin"))
                    .filter(folder -> Files.isExecutable(folder.resolve("initdb")))
                    .max(Comparator.naturalOrder());
        }
    }

    private static void giveAway(Path path) throws IOException {
        if (isRoot()) {
            Files.setOwner(
                    path,
                    path.getFileSystem()
                            .getUserPrincipalLookupService()
                            .lookupPrincipalByName("postgres"));
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static final class Deleting extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
                throws IOException {
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
