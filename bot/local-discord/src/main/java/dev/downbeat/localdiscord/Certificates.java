package dev.downbeat.localdiscord;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.concurrent.TimeUnit;

/**
 * The voice server's key and certificate for localhost, made by the JDK's keytool at first start.
 * The key store and the trust store are PKCS12 with the password {@value #PASSWORD}: they protect
 * nothing but a loopback port.
 */
final class Certificates {
    static final String PASSWORD = "local-discord";
    private static final int KEYTOOL_SECONDS = 30;

    private final Path folder;

    Certificates(Path folder) {
        this.folder = folder;
    }

    Path keyStore() {
        return folder.resolve("voice-key.p12");
    }

    /** For {@code -Djavax.net.ssl.trustStore}. */
    Path trustStore() {
        return folder.resolve("voice-trust.p12");
    }

    /** The same certificate as PEM, for programs that are not Java. */
    Path pem() {
        return folder.resolve("voice-certificate.pem");
    }

    void makeIfMissing() throws IOException {
        if (Files.exists(keyStore()) && Files.exists(trustStore()) && Files.exists(pem())) {
            return;
        }
        Files.createDirectories(folder);
        Files.deleteIfExists(keyStore());
        runKeytool();
        try {
            export();
        } catch (GeneralSecurityException e) {
            throw new IOException("The new certificate could not be read back", e);
        }
    }

    private void runKeytool() throws IOException {
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        Process process =
                new ProcessBuilder(
                                keytool.toString(),
                                "-genkeypair",
                                "-alias",
                                "voice",
                                "-keyalg",
                                "EC",
                                "-groupname",
                                "secp256r1",
                                "-dname",
                                "CN=localhost",
                                "-ext",
                                "SAN=DNS:localhost,IP:127.0.0.1",
                                "-validity",
                                "3650",
                                "-storetype",
                                "PKCS12",
                                "-keystore",
                                keyStore().toString(),
                                "-storepass",
                                PASSWORD)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try {
            if (!process.waitFor(KEYTOOL_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IOException("keytool could not make a key in " + folder);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while keytool made a key", e);
        }
    }

    private void export() throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keyStore())) {
            keys.load(in, PASSWORD.toCharArray());
        }
        Certificate certificate = keys.getCertificate("voice");
        KeyStore trust = KeyStore.getInstance("PKCS12");
        trust.load(null, null);
        trust.setCertificateEntry("voice", certificate);
        try (OutputStream out = Files.newOutputStream(trustStore())) {
            trust.store(out, PASSWORD.toCharArray());
        }
        String body =
                Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                        .encodeToString(certificate.getEncoded());
        Files.writeString(
                pem(), "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n");
    }
}
