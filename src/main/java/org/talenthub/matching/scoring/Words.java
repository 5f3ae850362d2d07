package org.talenthub.matching.scoring;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleSupplier;

/** How alike two texts are by their words, synonyms and characters. Words that every trade uses (设计, 工艺) count for little. */
final class Words {

    private static final double OF_GENERAL = 0.25;

    /** Where one holds the other whole. */
    static final double HELD = 0.9;

    private static final int MOST_REMEMBERED = 50_000;

    private final Set<String> general;
    private final Map<Two, Double> alike = new ConcurrentHashMap<>();
    private final Map<Two, Double> spoken = new ConcurrentHashMap<>();

    Words(List<String> general) {
        this.general = Set.copyOf(general);
    }

    /** Two texts in their compared form. */
    private record Two(String a, String b) {}

    /** The same in both directions, 0 to 1. */
    double alike(Phrase a, Phrase b) {
        if (a.key().equals(b.key())) {
            return 1;
        }
        boolean ordered = a.key().compareTo(b.key()) <= 0;
        return remembered(alike, ordered ? new Two(a.key(), b.key()) : new Two(b.key(), a.key()), () -> compared(a, b));
    }

    /** The same texts come again and again; what is remembered is only what would be computed anew. */
    private static double remembered(Map<Two, Double> known, Two two, DoubleSupplier compute) {
        Double before = known.get(two);
        if (before != null) {
            return before;
        }
        if (known.size() > MOST_REMEMBERED) {
            known.clear();
        }
        double value = compute.getAsDouble();
        known.put(two, value);
        return value;
    }

    private double compared(Phrase a, Phrase b) {
        double words = (covered(a, b) + covered(b, a)) / 2;
        double pairs = a.pairs().isEmpty() || b.pairs().isEmpty() ? 0 : dice(a.pairs(), b.pairs());
        double held = specific(a, b) && (a.holds(b.key()) || b.holds(a.key())) ? HELD : 0;
        return Math.max(held, Math.max(words, pairs * pairs));
    }

    /** How much of a skill a longer text speaks of, 0 to 1. */
    double spokenOf(Phrase skill, Phrase prose) {
        return remembered(spoken, new Two(skill.key(), prose.key()), () -> spoken(skill, prose));
    }

    private double spoken(Phrase skill, Phrase prose) {
        return prose.holds(skill.key()) && specific(skill, skill) ? HELD : covered(skill, prose);
    }

    private boolean specific(Phrase a, Phrase b) {
        Phrase shorter = a.key().length() <= b.key().length() ? a : b;
        return shorter.key().length() > 1 && shorter.words().stream().anyMatch(w -> weight(w) > OF_GENERAL);
    }

    /** Of the weight of one's words, how much stands in the other. */
    private double covered(Phrase of, Phrase in) {
        double all = 0;
        double there = 0;
        for (Set<String> place : of.words()) {
            double weight = weight(place);
            all += weight;
            if (place.stream().anyMatch(in.all()::contains)) {
                there += weight;
            }
        }
        return all == 0 ? 0 : there / all;
    }

    /** Longer words say more; the first of a place is the word itself. */
    private double weight(Set<String> place) {
        String word = place.iterator().next();
        return general.contains(word) ? OF_GENERAL : Math.min(4, word.length());
    }

    /** How many of one's pairs of characters the other has, 0 to 1. */
    static double shared(Phrase asked, Phrase in) {
        long there = asked.pairs().stream().filter(in.pairs()::contains).count();
        return asked.pairs().isEmpty() ? 0 : (double) there / asked.pairs().size();
    }

    private static double dice(Set<String> a, Set<String> b) {
        long both = a.stream().filter(b::contains).count();
        return 2.0 * both / (a.size() + b.size());
    }
}
