package org.upstander.standalone;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;

/**
 * Behaves towards the launcher as a service does, without being one. The variable {@code FAKE_}
 * plus the name of the module decides what goes wrong: {@code dies, never-ready} or {@code deaf}
 * (to SIGTERM).
 */
public final class FakeService {

    private FakeService() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        String module = moduleOf(System.getProperty("java.class.path"));
        String fault = faultOf(module, System.getenv());
        System.out.println(module + " says hello");
        if (fault.equals("dies")) {
            System.out.println("out of luck");
            System.exit(3);
        }
        if (fault.equals("deaf")) {
            Runtime.getRuntime().addShutdownHook(new Thread(FakeService::waitForever));
        }
        int port = Integer.parseInt(System.getenv("QUARKUS_HTTP_PORT"));
        HttpServer http =
                HttpServer.create(
                        new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 0);
        int status = fault.equals("never-ready") ? 503 : 200;
        http.createContext(
                "/q/health",
                exchange -> {
                    exchange.sendResponseHeaders(status, -1);
                    exchange.close();
                });
        // Ends itself on request, as a service with a fatal fault would.
        http.createContext("/die", exchange -> Runtime.getRuntime().halt(4));
        http.start();
    }

    private static String moduleOf(String jar) {
        for (Service service : Service.values()) {
            if (jar.contains(service.module())) {
                return service.module();
            }
        }
        return "unknown";
    }

    private static String faultOf(String module, Map<String, String> environment) {
        return environment.getOrDefault("FAKE_" + module, "");
    }

    private static void waitForever() {
        try {
            Thread.currentThread().join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
