package dev.downbeat.engine.web;

/** Ends a call with a {@link Fault}; caught in one place and turned into a problem document. */
public final class WebFault extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Fault fault;
    private final String code;
    private final transient Sentence sentence;
    private final long retryAfterSeconds;

    private WebFault(Fault fault, String code, Sentence sentence, long retryAfterSeconds) {
        super(code, null, false, false);
        this.fault = fault;
        this.code = code;
        this.sentence = sentence;
        this.retryAfterSeconds = retryAfterSeconds;
    }

    public static WebFault of(Fault fault) {
        return new WebFault(fault, fault.code(), fault.sentence(), 0);
    }

    /** With a word on what exactly; {@code detail} is for programmers and stays English. */
    public static WebFault of(Fault fault, String detail) {
        Sentence said = fault.sentence();
        Sentence more = new Sentence(said.english() + " " + detail, said.russian() + " " + detail);
        return new WebFault(fault, fault.code(), more, 0);
    }

    /** A fault with a code of its own, for example a party's refusal. */
    public static WebFault of(Fault fault, String code, Sentence sentence) {
        return new WebFault(fault, code, sentence, 0);
    }

    public static WebFault later(Fault fault, long retryAfterSeconds) {
        return new WebFault(fault, fault.code(), fault.sentence(), retryAfterSeconds);
    }

    public Fault fault() {
        return fault;
    }

    public String code() {
        return code;
    }

    public Sentence sentence() {
        return sentence;
    }

    /** 0 when the caller need not wait. */
    public long retryAfterSeconds() {
        return retryAfterSeconds;
    }
}
