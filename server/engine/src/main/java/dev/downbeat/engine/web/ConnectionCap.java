package dev.downbeat.engine.web;

import org.eclipse.jetty.io.SelectorManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SocketChannel;
import java.util.HashMap;
import java.util.Map;

/**
 * So many connections at once, and so many from one address, whoever they are: a connection costs
 * an open file before anybody has asked for a token. One more is closed at once. Any thread may
 * call.
 */
final class ConnectionCap implements SelectorManager.AcceptListener {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectionCap.class);

    private final int most;
    private final int mostOfOne;
    private final Seldom seldom;
    private final Map<SelectableChannel, String> open = new HashMap<>();
    private final Map<String, Integer> byAddress = new HashMap<>();

    /**
     * @param most overall
     * @param mostOfOne from one address
     */
    ConnectionCap(int most, int mostOfOne, Seldom seldom) {
        this.most = most;
        this.mostOfOne = mostOfOne;
        this.seldom = seldom;
    }

    @Override
    public void onAccepting(SelectableChannel channel) {
        try {
            if (channel instanceof SocketChannel socket && !isTaken(socket)) {
                channel.close();
            }
        } catch (IOException _) {
            // It is gone already.
        }
    }

    private boolean isTaken(SocketChannel socket) throws IOException {
        if (!(socket.getRemoteAddress() instanceof InetSocketAddress from)) {
            return false;
        }
        String address = Call.address(from.getAddress().getHostAddress());
        synchronized (this) {
            boolean fits = open.size() < most && byAddress.getOrDefault(address, 0) < mostOfOne;
            if (fits) {
                open.put(socket, address);
                byAddress.merge(address, 1, Integer::sum);
                return true;
            }
        }
        refused();
        return false;
    }

    private void refused() {
        if (seldom.isDue()) {
            LOG.warn(
                    "New connections are closed: {} are open, at most {} may be, {} of one address."
                            + " More open files (ulimit -n) allow more",
                    open(),
                    most,
                    mostOfOne);
        }
    }

    /** How many there are. */
    synchronized int open() {
        return open.size();
    }

    @Override
    public void onAcceptFailed(SelectableChannel channel, Throwable why) {
        onClosed(channel);
    }

    @Override
    public synchronized void onClosed(SelectableChannel channel) {
        String address = open.remove(channel);
        if (address != null) {
            byAddress.computeIfPresent(address, (_, count) -> count > 1 ? count - 1 : null);
        }
    }
}
