package dev.downbeat.companion.hosting;

import dev.downbeat.companion.detectors.Player;
import dev.downbeat.companion.detectors.Reading;
import dev.downbeat.protocol.ClientMessage.Report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * From readings to reports: discretion, settling, the choice of the leading player, and what is
 * worth telling. Plain and single-threaded; it is told the time, in ms of the companion's clock.
 */
public final class Watch {
    private final Map<String, Settler> settlers = new HashMap<>();
    private final Map<String, PositionSense> senses = new HashMap<>();
    private final Narrator narrator = new Narrator();
    private final Arbiter arbiter;
    private Optional<Reading> lead = Optional.empty();

    /**
     * @param pinned the name of the player that always leads; may be empty
     */
    public Watch(String pinned) {
        arbiter = new Arbiter(pinned);
    }

    public List<Report> serverCame(double now) {
        return narrator.serverCame(now).stream().toList();
    }

    public void serverWent() {
        narrator.serverWent();
    }

    public List<Report> seen(Reading reading, double now) {
        settlers.computeIfAbsent(reading.player().id(), _ -> new Settler())
                .take(Discretion.of(reading));
        return timePassed(now);
    }

    public List<Report> gone(Player player, double now) {
        settlers.remove(player.id());
        senses.remove(player.id());
        arbiter.gone(player);
        return chosen(now, false).stream().toList();
    }

    /** Call at {@link #wakeAt()}, or whenever. */
    public List<Report> timePassed(double now) {
        List<Report> reports = new ArrayList<>();
        for (Settler settler : settlers.values()) {
            settler.due(now)
                    .ifPresent(reading -> {
                        arbiter.take(reading);
                        boolean leads = leads(reading, now);
                        chosen(now, leads).ifPresent(reports::add);
                    });
        }
        if (now >= arbiter.wakeAt()) {
            chosen(now, false).ifPresent(reports::add);
        }
        return reports;
    }

    private boolean leads(Reading reading, double now) {
        return arbiter.lead(now).map(Reading::player).filter(reading.player()::equals).isPresent();
    }

    /** Tells of the leading player when it has something new, or is a new one. */
    private Optional<Report> chosen(double now, boolean news) {
        Optional<Reading> before = lead;
        lead = arbiter.lead(now);
        if (lead.isEmpty()) {
            return narrator.showsNothing(now);
        }
        boolean other = before.map(Reading::player).filter(lead.get().player()::equals).isEmpty();
        return news || other ? narrator.shows(judged(lead.get())) : Optional.empty();
    }

    private PositionSense.Judged judged(Reading reading) {
        return senses.computeIfAbsent(reading.player().id(), _ -> new PositionSense())
                .judge(reading);
    }

    /** The newest reading of the player that leads. */
    public Optional<Reading> lead() {
        return lead;
    }

    /** When something comes due by itself; infinite when nothing waits. */
    public double wakeAt() {
        double earliest = arbiter.wakeAt();
        for (Settler settler : settlers.values()) {
            earliest = Math.min(earliest, settler.wakeAt());
        }
        return earliest;
    }
}
