package org.talenthub.search.query;

import co.elastic.clients.elasticsearch._types.query_dsl.FunctionBoostMode;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;

/**
 * How much the ways of matching a typed word count. They are so far apart that no number of weaker ones overtakes a stronger one: the best
 * decides ({@code dis_max}), frequency and rarity of words only order what is of one tier. Everything that only resembles (vectors) stays
 * below {@link #WEAKEST}.
 */
final class Tier {

    /** The whole name, in its characters. */
    static final float NAME_EXACT = 10_000;

    /** The whole name in pinyin, or in pinyin and characters. */
    static final float NAME_SOUND = 8_000;

    /** A part of the name, in its characters. */
    static final float NAME_PART = 6_000;

    /** The word as it stands in a field; {@link #FIELD} is added for each unit of the field's weight. */
    static final float PHRASE = 1_000;

    static final float FIELD = 100;

    /** The initials of the whole name. */
    static final float NAME_INITIALS = 380;

    /** The beginning or a part of the name in pinyin or initials: below words and their synonyms, since
     * AI and GaN are mostly no names. */
    static final float NAME_BEGUN = 350;

    /** All words that a typed text is made of, with their synonyms, in one field. */
    static final float WORDS = 400;

    static final float WORDS_FIELD = 20;

    /** The same, in different fields. */
    static final float SCATTERED = 200;

    /** Most pairs of its characters in one field. */
    static final float PAIRS = 60;

    /** One of the things that a long text names: more of them always come before what is only nearer. */
    static final float FITS = 100;

    /** The name in pinyin with one wrong key. */
    static final float NAME_SLIP = 100;

    /** No word that matches counts less. */
    static final float WEAKEST = 50;

    /** What rarity and frequency are multiplied with: they add some dozens at most, and never reach the next tier. */
    static final float NUANCE = 0.125f;

    private Tier() {}

    /** A query whose own score only orders what is of the same tier. */
    static Query scored(Query query, float tier) {
        return Query.of(q -> q.functionScore(
                f -> f.query(query).functions(x -> x.weight((double) tier)).boostMode(FunctionBoostMode.Sum)));
    }

    /** A query that counts the same wherever it matches. */
    static Query constant(Query query, float tier) {
        return Query.of(q -> q.constantScore(c -> c.filter(query).boost(tier)));
    }
}
