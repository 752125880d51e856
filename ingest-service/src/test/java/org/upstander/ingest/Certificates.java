package org.upstander.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PfxOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Certificates for {@value #NAME}, made anew by the JDK's keytool: one that this JVM trusts
 * meanwhile, as an operator has it trust one ({@code javax.net.ssl.trustStore}), and one that it
 * does not.
 */
public final class Certificates implements AutoCloseable {

    public static final String NAME = "forum.example.org";

    private static final String TRUST = "javax.net.ssl.trustStore";
    private static final String PASSWORD = "only-for-this-run";

    private final Path trusted;
    private final Path stranger;
    private final String before = System.getProperty(TRUST);

    public Certificates(Path directory) throws IOException, InterruptedException {
        trusted = made(directory.resolve("trusted.p12"));
        stranger = made(directory.resolve("stranger.p12"));
        Path certificate = directory.resolve("trusted.crt");
        Path trust = directory.resolve("trust.p12");
        keytool(trusted, "-exportcert", "-alias", "server", "-file", certificate.toString());
        keytool(trust, "-importcert", "-noprompt", "-file", certificate.toString());
        System.setProperty(TRUST, trust.toString());
        System.setProperty(TRUST + "Password", PASSWORD);
    }

    public HttpServerOptions trusted() {
        return with(trusted);
    }

    public HttpServerOptions stranger() {
        return with(stranger);
    }

    private static HttpServerOptions with(Path keys) {
        return new HttpServerOptions()
                .setSsl(true)
                .setKeyCertOptions(new PfxOptions().setPath(keys.toString()).setPassword(PASSWORD));
    }

    private static Path made(Path store) throws IOException, InterruptedException {
        keytool(
                store,
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + NAME,
                "-ext",
                "SAN=dns:" + NAME);
        return store;
    }

    private static void keytool(Path store, String... what)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(what));
        command.addAll(
                List.of(
                        "-keystore",
                        store.toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(said).isZero();
    }

    @Override
    public void close() {
        System.clearProperty(TRUST + "Password");
        if (before == null) {
            System.clearProperty(TRUST);
        } else {
            System.setProperty(TRUST, before);
        }
    }
}
