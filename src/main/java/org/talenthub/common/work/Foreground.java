package org.talenthub.common.work;

/** Work on this machine that people wait for; what runs in the background rests meanwhile. */
public interface Foreground {

    boolean busy();
}
