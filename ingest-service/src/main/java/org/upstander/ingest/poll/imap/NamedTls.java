package org.upstander.ingest.poll.imap;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import javax.net.ssl.SSLSocketFactory;

/**
 * TLS with a server that is called by its address, and proves the name that was looked up for it.
 */
final class NamedTls extends SSLSocketFactory {

    private final SSLSocketFactory tls;
    private final String name;
    private volatile Socket line;

    NamedTls(SSLSocketFactory tls, String name) {
        this.tls = tls;
        this.name = name;
    }

    /**
     * @param address what the socket is connected to, which proves nothing
     */
    @Override
    public Socket createSocket(Socket socket, String address, int port, boolean autoClose)
            throws IOException {
        line = socket;
        return tls.createSocket(socket, name, port, autoClose);
    }

    /** Breaks the conversation off, whatever it waits for. */
    void cut() throws IOException {
        Socket open = line;
        if (open != null) {
            open.close();
        }
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return tls.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return tls.getSupportedCipherSuites();
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        throw notThisWay();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort)
            throws IOException {
        throw notThisWay();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        throw notThisWay();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
            throws IOException {
        throw notThisWay();
    }

    private static SocketException notThisWay() {
        return new SocketException("only over a socket to a checked address");
    }
}
