package dev.downbeat.party;

/** What is known of the host's companion. */
public enum HostLink {
    /** No companion has been seen. */
    NONE,
    PRESENT,
    /** Silent too long or cut off; the party plays on by itself. */
    LOST
}
