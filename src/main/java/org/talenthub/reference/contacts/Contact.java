package org.talenthub.reference.contacts;

/**
 * A contact or document number in a text.
 *
 * @param from where it begins in the text
 * @param to where it ends, exclusive
 * @param value in its usual spelling: digits together, a landline as 027-87654321
 */
public record Contact(ContactKind kind, int from, int to, String value) {

    public String masked() {
        return kind.masked(value);
    }
}
