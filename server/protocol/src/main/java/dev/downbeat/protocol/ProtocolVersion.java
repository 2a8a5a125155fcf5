package dev.downbeat.protocol;

/** The versions of the sync protocol that this build speaks, both ends included. */
public final class ProtocolVersion {
    public static final int MIN = 1;
    public static final int MAX = 1;

    private ProtocolVersion() {}
}
