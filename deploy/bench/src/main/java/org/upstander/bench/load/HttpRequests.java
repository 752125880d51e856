package org.upstander.bench.load;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Requests as the bytes that go over the wire, made before the clock starts. */
public final class HttpRequests {

    private HttpRequests() {}

    public static byte[] post(
            int port, String path, Map<String, String> headers, byte[] body, int from, int length) {
        StringBuilder head = new StringBuilder(256);
        head.append("POST ").append(path).append(" HTTP/1.1\r\nHost: 127.0.0.1:").append(port);
        headers.forEach(
                (name, value) -> head.append("\r\n").append(name).append(": ").append(value));
        head.append("\r\nContent-Length: ").append(length).append("\r\n\r\n");
        ByteArrayOutputStream request = new ByteArrayOutputStream(head.length() + length);
        request.writeBytes(head.toString().getBytes(StandardCharsets.US_ASCII));
        request.write(body, from, length);
        return request.toByteArray();
    }

    public static byte[] post(int port, String path, Map<String, String> headers, byte[] body) {
        return post(port, path, headers, body, 0, body.length);
    }
}
