package dev.downbeat.engine.sources.link;

import dev.downbeat.engine.reasons.Reason;

import org.jspecify.annotations.Nullable;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;

import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * A small HTTP/1.1 client that connects to the very address that was checked. The JDK's own client
 * resolves names by itself, a second time, and a hostile name server answers differently then. Any
 * thread may call; calls wait.
 */
public final class LinkClient {
    private static final int MAX_REDIRECTS = 5;
    private static final int CONNECT_MS = 5_000;
    private static final int READ_MS = 10_000;
    private static final Duration HEAD = Duration.ofSeconds(10);

    private final LinkPolicy policy;
    private final SSLSocketFactory tls;
    private final LongSupplier nanos;

    public LinkClient(LinkPolicy policy, SSLSocketFactory tls, LongSupplier nanos) {
        this.policy = policy;
        this.tls = tls;
        this.nanos = nanos;
    }

    LinkPolicy policy() {
        return policy;
    }

    /**
     * Asks for everything from a byte on and follows redirects, each checked anew.
     *
     * @param ifStill a validator; the server sends all of it when the medium is another one now
     */
    LinkReply get(LinkAddress link, long fromByte, String ifStill) throws IOException {
        LinkAddress at = link;
        for (int hop = 0; hop <= MAX_REDIRECTS; hop++) {
            LinkReply reply = ask(at, fromByte, ifStill);
            if (!reply.isRedirect()) {
                return reply;
            }
            reply.close();
            at = at.resolve(reply.header("location").orElse(""));
        }
        throw LinkFault.refused(Reason.LINK_CIRCLES.code());
    }

    private LinkReply ask(LinkAddress link, long fromByte, String ifStill) throws IOException {
        Socket socket = connect(link);
        try {
            socket.getOutputStream().write(request(link, fromByte, ifStill));
            long due = nanos.getAsLong() + HEAD.toNanos();
            BufferedInputStream in = new BufferedInputStream(socket.getInputStream(), 16 * 1024);
            return new ReplyReader(in, () -> stillWithin(due)).read(link, socket);
        } catch (UncheckedIOException e) {
            socket.close();
            throw LinkFault.unavailable(Reason.LINK_SLOW.code());
        } catch (IOException | RuntimeException e) {
            socket.close();
            throw e;
        }
    }

    private void stillWithin(long due) {
        if (nanos.getAsLong() > due) {
            throw new UncheckedIOException(new IOException("too slow"));
        }
    }

    private Socket connect(LinkAddress link) throws IOException {
        @Nullable IOException last = null;
        List<InetAddress> addresses = policy.check(link);
        for (InetAddress address : addresses.subList(0, Math.min(3, addresses.size()))) {
            try {
                return connect(link, address);
            } catch (IOException e) {
                last = e;
            }
        }
        LinkFault fault = LinkFault.unavailable(Reason.LINK_UNREACHABLE.code());
        fault.initCause(last);
        throw fault;
    }

    private Socket connect(LinkAddress link, InetAddress address) throws IOException {
        Socket socket = new Socket(java.net.Proxy.NO_PROXY);
        try {
            socket.connect(new InetSocketAddress(address, link.port()), CONNECT_MS);
            socket.setSoTimeout(READ_MS);
            return link.secure() ? secured(link, socket) : socket;
        } catch (IOException | RuntimeException e) {
            socket.close();
            throw e;
        }
    }

    private Socket secured(LinkAddress link, Socket plain) throws IOException {
        SSLSocket socket = (SSLSocket) tls.createSocket(plain, link.host(), link.port(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        if (!link.isLiteral()) {
            parameters.setServerNames(List.of(new SNIHostName(link.host())));
        }
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private static byte[] request(LinkAddress link, long fromByte, String ifStill) {
        StringBuilder head = new StringBuilder(256);
        head.append("GET ").append(link.target()).append(" HTTP/1.1\r\n");
        head.append("Host: ").append(link.hostHeader()).append("\r\n");
        head.append("User-Agent: Downbeat\r\nAccept: audio/*, */*;q=0.5\r\n");
        head.append("Accept-Encoding: identity\r\nConnection: close\r\n");
        if (fromByte > 0) {
            head.append("Range: bytes=").append(fromByte).append("-\r\n");
            if (!ifStill.isEmpty()) {
                head.append("If-Range: ").append(ifStill).append("\r\n");
            }
        }
        return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
