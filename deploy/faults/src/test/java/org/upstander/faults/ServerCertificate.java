package org.upstander.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;

/**
 * A key and a self-signed certificate for 127.0.0.1, made anew for each run by the JDK's keytool.
 *
 * @param keyStore PKCS12 with both
 * @param password of that key store
 * @param certificate PEM, what clients trust
 * @param key PEM, readable by the owner only, as PostgreSQL demands
 */
record ServerCertificate(Path keyStore, String password, Path certificate, Path key) {

    private static final String ALIAS = "server";

    static ServerCertificate in(Path directory) throws Exception {
        String password = "only-for-this-run";
        Path keyStore = directory.resolve("server.p12");
        keytool(
                "-genkeypair",
                "-alias",
                ALIAS,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=127.0.0.1",
                "-ext",
                "san=ip:127.0.0.1,dns:localhost",
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-storepass",
                password,
                "-keystore",
                keyStore.toString());
        KeyStore store = load(keyStore, password);
        Path certificate = directory.resolve("server.crt");
        Files.writeString(
                certificate, pem("CERTIFICATE", store.getCertificate(ALIAS).getEncoded()));
        Path key = directory.resolve("server.key");
        Files.createFile(
                key,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(
                key, pem("PRIVATE KEY", store.getKey(ALIAS, password.toCharArray()).getEncoded()));
        return new ServerCertificate(keyStore, password, certificate, key);
    }

    private static KeyStore load(Path file, String password)
            throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, password.toCharArray());
        }
        return store;
    }

    private static String pem(String label, byte[] der) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN %1$s-----%n%2$s%n-----END %1$s-----%n".formatted(label, body);
    }

    private static void keytool(String... arguments) throws IOException, InterruptedException {
        String[] command = new String[arguments.length + 1];
        command[0] = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(said).isZero();
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "ServerCertificate[" + certificate + "]";
    }
}
