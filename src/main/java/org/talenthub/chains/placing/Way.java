package org.talenthub.chains.placing;

/** How a record came to its node. */
public enum Way {
    /** The industry was written as the node itself (光芯片 in the column 所属产业). */
    CELL,
    /** Names, everyday words and key technologies of the node stand in its professional columns. */
    WORDS,
    /** No such word stands there, but what its texts mean is near to the node's technologies. */
    MEANING,
    /** A department chose it. */
    CHOSEN
}
