package org.talenthub.indexing;

import java.util.Collection;

/**
 * Hears which records the indices have followed. Called inside the transaction that ends the relay's work on them, so that what a
 * follower writes down is lost or kept together with it; a failure makes the relay repeat. The records become findable a moment later.
 */
public interface Follower {

    /** @param records ids, gone ones too */
    void indexed(String type, Collection<Long> records);
}
