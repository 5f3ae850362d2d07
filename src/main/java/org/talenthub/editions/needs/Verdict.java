package org.talenthub.editions.needs;

/**
 * What an official decided about two demands.
 *
 * @param one whether they are one need, else two
 */
public record Verdict(long a, long b, boolean one) {}
