package org.talenthub.reference;

/** What a column holds; decides how its text is read and checked. Normalised form in brackets. */
public enum ColumnType {
    /** Free text, blanks trimmed, full-width letters and digits narrowed [text]. */
    TEXT,
    /** Name of a person or an organisation: as {@link #TEXT}, and without the blanks between Han characters (张　三) [text]. */
    NAME,
    /** A code of the column's dictionary [code]; with {@code multi} a list of codes. */
    CODE,
    /** Day or month, precision kept [2026-11-22 or 2026-11]. */
    DATE,
    /** A year [2026]. */
    YEAR,
    /** A whole number, units such as 人 or 年 tolerated [int]. */
    INTEGER,
    /** A yearly salary range in 10,000 yuan; gives the field itself as shown text and {@code <field>Min}, {@code <field>Max} [to a tenth]. */
    MONEY_RANGE,
    /** Document number; the sibling {@code documentType} decides which check applies (GB 11643-1999). */
    DOCUMENT_NUMBER,
    /** Unified social credit code, GB 32100-2015 [18 characters]. */
    USCC,
    /** Administrative division, GB/T 2260 [6 digits], Hubei only. */
    REGION,
    /** A place in words; when it starts with a Hubei division, {@code <field>Region} holds its code. */
    PLACE,
    PHONE,
    EMAIL,
    URL;

    /** Whether any text will do, so that nothing else tells a placeholder from a value. */
    public boolean isProse() {
        return this == NAME || this == TEXT;
    }

    /** Whether two equal values stand for one thing, so that a placeholder would make two things one. */
    public boolean holdsName() {
        return switch (this) {
            case NAME, PHONE, EMAIL, DOCUMENT_NUMBER -> true;
            default -> false;
        };
    }
}
