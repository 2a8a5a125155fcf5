package dev.downbeat.engine.store;

import dev.downbeat.engine.FaultTrace;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.EOFException;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import java.util.stream.Stream;

/**
 * Whether the database could be written the last time, said once in the log whenever that changes.
 * Any thread may call.
 */
final class StoreHealth {
    private static final Logger LOG = LoggerFactory.getLogger(StoreHealth.class);
    private static final int DEEPEST_CAUSE = 16;
    private static final String FROM_BACKUP =
            "stop Downbeat and unpack the newest file of the backups folder in its place";

    private final String place;
    private volatile boolean failing;

    /**
     * @param place where the data is, for the operator
     */
    StoreHealth(String place) {
        this.place = place;
    }

    boolean isFailing() {
        return failing;
    }

    synchronized void succeeded() {
        if (failing) {
            failing = false;
            LOG.info("The database can be written again");
        }
    }

    synchronized void failed(Throwable fault) {
        if (failing) {
            return;
        }
        failing = true;
        if (isDiskFull(fault)) {
            LOG.error(
                    "Disk full at {}: free space there. Until then nothing can be saved; Downbeat"
                            + " goes on by itself afterwards",
                    place);
        } else if (isGone(fault)) {
            LOG.error(
                    "{} was moved, removed or replaced. Until that very file is back nothing can be"
                            + " saved; Downbeat goes on by itself afterwards. Where it is lost: {}",
                    place,
                    FROM_BACKUP);
        } else if (isCut(fault)) {
            LOG.error(
                    "{} was cut short by another program. Nothing can be saved until it is"
                            + " restored: {}",
                    place,
                    FROM_BACKUP);
        } else {
            LOG.error("The database cannot be written: {}", FaultTrace.of(fault));
        }
    }

    /** Whether it is the database that failed, not what was to be written. */
    static boolean isOfDatabase(Throwable fault) {
        return isGone(fault) || isCut(fault) || isOfSql(fault);
    }

    private static boolean isGone(Throwable fault) {
        return causes(fault).anyMatch(NoSuchFileException.class::isInstance);
    }

    private static boolean isCut(Throwable fault) {
        return causes(fault).anyMatch(EOFException.class::isInstance);
    }

    private static boolean isOfSql(Throwable fault) {
        return causes(fault)
                .filter(SQLException.class::isInstance)
                .map(cause -> String.valueOf(((SQLException) cause).getSQLState()))
                .anyMatch(state -> !state.startsWith("22") && !state.startsWith("23"));
    }

    static boolean isDiskFull(Throwable fault) {
        return causes(fault)
                .map(cause -> String.valueOf(cause.getMessage()))
                .anyMatch(message ->
                        message.contains("No space left on device")
                                || message.contains("not enough space on the disk")
                                || message.contains("Disk quota exceeded"));
    }

    private static Stream<Throwable> causes(Throwable fault) {
        return Stream.<Throwable>iterate(fault, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST_CAUSE);
    }
}
