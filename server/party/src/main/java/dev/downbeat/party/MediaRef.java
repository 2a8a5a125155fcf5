package dev.downbeat.party;

/** What the sound side needs to find a track's audio again; opaque here. */
public record MediaRef(String value) {}
