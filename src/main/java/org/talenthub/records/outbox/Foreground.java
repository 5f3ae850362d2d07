package org.talenthub.records.outbox;

/** Work on this machine that people wait for; what runs in the background rests meanwhile. */
public interface Foreground {

    boolean busy();
}
