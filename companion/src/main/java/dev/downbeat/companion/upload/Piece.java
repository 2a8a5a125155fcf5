package dev.downbeat.companion.upload;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of a file, from {@code first} to {@code last} byte, both included. The head goes first,
 * then the tail (some formats keep their index there), then the rest in order.
 */
record Piece(long first, long last) {
    static final int END = 512 * 1024;
    static final int MIDDLE = 1024 * 1024;

    static List<Piece> of(long length) {
        List<Piece> pieces = new ArrayList<>();
        long head = Math.min(END, length);
        pieces.add(new Piece(0, head - 1));
        long tail = Math.max(head, length - END);
        if (tail < length) {
            pieces.add(new Piece(tail, length - 1));
        }
        for (long at = head; at < tail; at += MIDDLE) {
            pieces.add(new Piece(at, Math.min(tail, at + MIDDLE) - 1));
        }
        return pieces;
    }

    int length() {
        return Math.toIntExact(last - first + 1);
    }
}
