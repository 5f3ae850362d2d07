package org.talenthub.editions.lint;

/**
 * Something in a text that may not be published.
 *
 * @param from where it begins in the text
 * @param to where it ends, exclusive
 * @param quote the words
 * @param suggestion the whole text in a wording that works
 */
public record Finding(Ground ground, int from, int to, String quote, String suggestion) {}
