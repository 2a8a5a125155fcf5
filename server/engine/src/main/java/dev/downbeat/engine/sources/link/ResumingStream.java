package dev.downbeat.engine.sources.link;

import dev.downbeat.engine.reasons.Reason;
import dev.downbeat.party.Problem;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Reads a medium over HTTP and asks again from where it broke off, starting at the link itself: an
 * address that a service signed for some minutes may have run out meanwhile. One thread reads.
 */
final class ResumingStream extends InputStream {
    private static final int MOST_BREAKS = 5;

    /** Doubled each time: 0.2 to 1.6 s. */
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final LinkClient client;
    private final LinkAddress link;
    private final long length;
    private final String validator;
    private LinkReply reply;
    private long position;
    private long brokeAt = -1;
    private int breaks;

    ResumingStream(LinkClient client, LinkAddress link, LinkReply first) {
        this.client = client;
        this.link = link;
        this.reply = first;
        this.length = first.wholeLength();
        this.validator = first.validator();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int wanted) throws IOException {
        while (true) {
            try {
                int count = reply.body().read(target, offset, wanted);
                position += Math.max(count, 0);
                if (position > client.policy().maxBytes()) {
                    throw new LinkFault(Problem.TOO_LARGE, Reason.LINK_ENDLESS.code());
                }
                return count;
            } catch (LinkFault e) {
                throw e;
            } catch (IOException broken) {
                resume(broken);
            }
        }
    }

    private void resume(IOException broken) throws IOException {
        reply.close();
        if (length < 0) {
            throw broken;
        }
        while (++breaks <= MOST_BREAKS) {
            pauseUnlessMoved();
            try {
                LinkReply again = client.get(link, position, validator);
                if (fits(again)) {
                    reply = again;
                    return;
                }
                again.close();
            } catch (LinkFault e) {
                if (e.problem() != Problem.SOURCE_UNAVAILABLE) {
                    throw e;
                }
            }
        }
        throw LinkFault.unavailable(Reason.LINK_BREAKS.about(MOST_BREAKS));
    }

    /** A line that is down for a moment is given one; a signed address that ran out is not. */
    private void pauseUnlessMoved() {
        if (position == brokeAt) {
            LockSupport.parkNanos(PAUSE.toNanos() << breaks);
        }
        brokeAt = position;
    }

    /** A server that knows no ranges sends all of it: what is known already is skipped. */
    private boolean fits(LinkReply again) throws IOException {
        boolean same = again.wholeLength() == length && again.validator().equals(validator);
        if (again.isPart() && same) {
            String range = again.header("content-range").orElse("");
            return range.startsWith("bytes " + position + "-");
        }
        if (again.isWhole() && same) {
            again.body().skipNBytes(position);
            return true;
        }
        if (again.isWhole() || again.isPart()) {
            throw LinkFault.refused(Reason.LINK_OTHER_FILE.code());
        }
        return false;
    }

    @Override
    public void close() throws IOException {
        reply.close();
    }
}
