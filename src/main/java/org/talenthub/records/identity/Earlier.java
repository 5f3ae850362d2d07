package org.talenthub.records.identity;

/**
 * What a report, or an earlier row of the same file, said before.
 *
 * @param record the record that its own keys gave; of a row that is no report yet the one it would make or belong to
 * @param root what that record is part of by decisions, else itself
 * @param live false for a withdrawn report of a record that nobody reports any more
 * @param report its id
 * @param row its number when it is a row of the same file, else 0
 */
public record Earlier(
        Mention mention, long record, long root, boolean live, long report, int row, String title, String hash) {

    public boolean by(String reporter) {
        return mention.reporter().equals(reporter);
    }
}
