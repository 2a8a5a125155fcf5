package dev.downbeat.engine.sources.link;

import dev.downbeat.party.Problem;

import java.io.IOException;

/**
 * A link cannot be used; the detail is the code of a {@link dev.downbeat.engine.reasons.Reason}.
 */
public final class LinkFault extends IOException {
    private static final long serialVersionUID = 1;

    private final Problem problem;

    LinkFault(Problem problem, String detail) {
        super(detail);
        this.problem = problem;
    }

    static LinkFault refused(String detail) {
        return new LinkFault(Problem.LINK_REFUSED, detail);
    }

    static LinkFault unavailable(String detail) {
        return new LinkFault(Problem.SOURCE_UNAVAILABLE, detail);
    }

    public Problem problem() {
        return problem;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }
}
