package dev.downbeat.engine.sound;

import dev.downbeat.party.PlaybackId;
import dev.downbeat.party.Track;

import java.time.Duration;

/** One play as the party wants it, with the instant on the audio side's scale. */
record Play(PlaybackId id, Track track, Duration from, long atNanos, boolean keepsTime) {}
