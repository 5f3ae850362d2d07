package org.talenthub.planning;

/**
 * A pair that meets.
 *
 * @param table which of its host's desks, counted from 0
 */
public record Meeting(int pair, int slot, int table) {}
