package org.talenthub.access;

/** Which duties of the administration others have taken over, so that they are the administrator's no more; told by the accounts. */
public interface Separation {

    /** Somebody keeps the accounts who does nothing else. */
    boolean accounts();

    /** Somebody reads the trail who does nothing else. */
    boolean trail();
}
