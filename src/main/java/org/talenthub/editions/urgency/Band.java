package org.talenthub.editions.urgency;

/**
 * One of the bands that needs are put into by the rank of their index.
 *
 * @param stars shown beside the word
 * @param upTo share of all that this band and those above it hold at most
 */
public record Band(String code, String label, String english, int stars, double upTo) {}
