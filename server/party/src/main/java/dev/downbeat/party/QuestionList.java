package dev.downbeat.party;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The open questions to the sources, and what of them is shown. */
final class QuestionList {
    private QuestionList() {}

    static Optional<Question> find(PartyState state, ResolveId id) {
        return state.asking().open().stream()
                .filter(question -> question.id().equals(id))
                .findFirst();
    }

    static PartyState opened(PartyState state, Question question) {
        PartyState.Asking asking = state.asking();
        List<Question> open = new ArrayList<>(asking.open());
        open.add(question);
        return isShown(state, question)
                ? state.with(
                        new PartyState.Asking(
                                open,
                                question.id(),
                                new Search.Asking(question.what()),
                                question.id()))
                : state.with(
                        new PartyState.Asking(
                                open, question.id(), asking.search(), asking.shown()));
    }

    /** What the host's player wants is shown; a person's wish only where the queue leads. */
    private static boolean isShown(PartyState state, Question question) {
        return switch (question.purpose()) {
            case Question.Purpose.Follow _ -> true;
            case Question.Purpose.Grant _ -> state.terms().mode() == Mode.QUEUE;
        };
    }

    static PartyState delayed(PartyState state, PartyEvent.QuestionDelayed delayed) {
        PartyState.Asking asking = state.asking();
        List<Question> open =
                asking.open().stream().map(question -> later(question, delayed)).toList();
        Search search = asking.search();
        if (asking.shown().equals(delayed.id())) {
            search =
                    find(state, delayed.id())
                            .<Search>map(question ->
                                    new Search.Waiting(
                                            question.what(), delayed.source(), delayed.ready()))
                            .orElse(search);
        }
        return state.with(new PartyState.Asking(open, asking.last(), search, asking.shown()));
    }

    private static Question later(Question question, PartyEvent.QuestionDelayed delayed) {
        return question.id().equals(delayed.id())
                ? new Question(
                        question.id(),
                        question.what(),
                        question.who(),
                        question.purpose(),
                        delayed.deadline())
                : question;
    }

    static PartyState closed(PartyState state, PartyEvent.QuestionClosed closed) {
        return find(state, closed.id())
                .map(question -> without(state, question, shownAfter(question, closed.answer())))
                .orElse(state);
    }

    /** A person hears of a failed wish in the answer; everyone of what the player plays. */
    private static Search shownAfter(Question question, Resolution answer) {
        return switch (question.purpose()) {
            case Question.Purpose.Grant _ -> new Search.Idle();
            case Question.Purpose.Follow _ ->
                    switch (answer) {
                        case Resolution.Found _ -> new Search.Idle();
                        case Resolution.NotFound _ -> new Search.NotFound(question.what());
                        case Resolution.Several _ -> new Search.NotFound(question.what());
                        case Resolution.Failed failed ->
                                new Search.Failed(
                                        question.what(), failed.problem(), failed.detail());
                    };
        };
    }

    static PartyState dropped(PartyState state, ResolveId id) {
        return find(state, id)
                .map(question -> without(state, question, new Search.Idle()))
                .orElse(state);
    }

    private static PartyState without(PartyState state, Question question, Search shown) {
        PartyState.Asking asking = state.asking();
        List<Question> open =
                asking.open().stream().filter(other -> !other.id().equals(question.id())).toList();
        boolean isShown = asking.shown().equals(question.id());
        return state.with(
                new PartyState.Asking(
                        open, asking.last(), isShown ? shown : asking.search(), asking.shown()));
    }

    /** The search line says {@code search}, whatever it was about. */
    static PartyState showing(PartyState state, Search search) {
        PartyState.Asking asking = state.asking();
        return state.with(
                new PartyState.Asking(asking.open(), asking.last(), search, asking.shown()));
    }
}
