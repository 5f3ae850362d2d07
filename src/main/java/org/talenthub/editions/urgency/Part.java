package org.talenthub.editions.urgency;

/**
 * One part of an index.
 *
 * @param name ratio, gap, years, chain, difficulty
 * @param value 0 to 1
 * @param weight its share of the whole, 0 to 1; all together are 1
 * @param points value × weight, to three places; the index is the sum of its parts' points
 */
public record Part(String name, double value, double weight, double points) {}
