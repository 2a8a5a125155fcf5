package dev.downbeat.localdiscord.control;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;

/** An interaction on its way: ask how it stands, or wait for it. */
public final class SentInteraction {
    private final Control control;
    private final long id;

    SentInteraction(Control control, long id) {
        this.control = control;
        this.id = id;
    }

    public long id() {
        return id;
    }

    public InteractionView now() {
        return control.interaction(id).orElseThrow();
    }

    /** Waits for the first answer, a deferral included. */
    public InteractionView awaitAcknowledged(Duration limit) {
        return await("an acknowledgement", limit, InteractionView::isAcknowledged);
    }

    /**
     * Waits for an answer that is more than a deferral; a deferred update is done when it edits.
     */
    public InteractionView awaitCompleted(Duration limit) {
        return await("a completed answer", limit, InteractionView::isCompleted);
    }

    public InteractionView await(String what, Duration limit, Predicate<InteractionView> until) {
        return control.changes().await(what, limit, () -> Optional.of(now()).filter(until));
    }
}
