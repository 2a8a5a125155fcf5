package dev.downbeat.party;

import java.time.Duration;
import java.time.Instant;

/** Asking the sources and taking their answers, late and repeated ones apart. */
final class Questions {
    /** A source that says nothing for this long has forgotten us. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final Duration WORTH_TELLING = Duration.ofSeconds(1);

    private Questions() {}

    static ResolveId ask(Draft draft, TrackRequest what, SeatId who, Question.Purpose purpose) {
        ResolveId id = new ResolveId(draft.state().asking().last().value() + 1);
        Instant deadline = draft.now().plus(PATIENCE);
        draft.record(new PartyEvent.QuestionOpened(new Question(id, what, who, purpose, deadline)));
        draft.want(new PartyEffect.Resolve(id, what, who));
        return id;
    }

    static void awaited(Draft draft, PartyInput.Awaited input) {
        QuestionList.find(draft.state(), input.id())
                .ifPresent(question -> delay(draft, question, input));
    }

    private static void delay(Draft draft, Question question, PartyInput.Awaited input) {
        Duration eta = input.eta().isNegative() ? Duration.ZERO : input.eta();
        Instant ready = draft.now().plus(eta.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : eta);
        Instant deadline = ready.plus(PATIENCE);
        Duration moved = Duration.between(question.deadline(), deadline).abs();
        if (moved.compareTo(WORTH_TELLING) >= 0 || isUntold(draft.state(), question)) {
            draft.record(
                    new PartyEvent.QuestionDelayed(question.id(), input.source(), ready, deadline));
        }
    }

    private static boolean isUntold(PartyState state, Question question) {
        return state.asking().shown().equals(question.id())
                && state.asking().search() instanceof Search.Asking;
    }

    static void resolved(Draft draft, ResolveId id, Resolution answer) {
        QuestionList.find(draft.state(), id)
                .ifPresent(question -> {
                    draft.record(new PartyEvent.QuestionClosed(id, answer));
                    serve(draft, question, answer);
                });
    }

    private static void serve(Draft draft, Question question, Resolution answer) {
        switch (question.purpose()) {
            case Question.Purpose.Follow _ -> Following.resolved(draft, answer);
            case Question.Purpose.Grant grant ->
                    draft.answer(
                            question.who(),
                            grant.wish(),
                            switch (answer) {
                                case Resolution.Found found ->
                                        QueueActs.add(draft, found.track(), question.who());
                                case Resolution.NotFound _ ->
                                        new Outcome.Refused(new Note.NotFound(question.what()));
                                case Resolution.Several several ->
                                        new Outcome.Refused(
                                                new Note.Several(
                                                        question.what(),
                                                        several.first(),
                                                        several.count()));
                                case Resolution.Failed failed ->
                                        new Outcome.Refused(
                                                new Note.Failed(failed.problem(), failed.detail()));
                            });
        }
    }

    /** Nobody answered in time. */
    static void expire(Draft draft) {
        for (Question question : draft.state().asking().open()) {
            if (!draft.now().isBefore(question.deadline())) {
                resolved(draft, question.id(), new Resolution.Failed(Problem.SOURCE_TIMED_OUT, ""));
            }
        }
    }

    static Instant expiresAt(PartyState state) {
        return state.asking().open().stream()
                .map(Question::deadline)
                .min(Instant::compareTo)
                .orElse(Instant.MAX);
    }

    static void dropFollowed(Draft draft) {
        if (draft.state().hostSeat().lead() instanceof Lead.Asked asked
                && QuestionList.find(draft.state(), asked.id()).isPresent()) {
            draft.record(new PartyEvent.QuestionDropped(asked.id()));
        }
    }

    /** The party ended: whoever still waits is told. */
    static void close(Draft draft) {
        for (Question question : draft.state().asking().open()) {
            draft.record(new PartyEvent.QuestionDropped(question.id()));
            if (question.purpose() instanceof Question.Purpose.Grant grant) {
                draft.answer(
                        question.who(), grant.wish(), new Outcome.Refused(new Note.PartyEnded()));
            }
        }
    }
}
