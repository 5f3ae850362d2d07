package org.talenthub.editions.urgency;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts needs into bands by the rank of their index. A band takes those of equal index together or not at all, so that with those above it
 * it never holds more than its share: of nine, no one is among the first tenth.
 */
public final class Bands {

    private final List<Band> bands;

    /** @param bands the highest first, of growing shares, the last one's 1 */
    public Bands(List<Band> bands) {
        this.bands = List.copyOf(bands);
    }

    /**
     * @param place 1 for the highest index; those of equal index share one, and the next one's counts them all
     */
    public record Standing(int place, Band band) {}

    /** @param index of each need, by anything that names it */
    public <K extends Comparable<K>> Map<K, Standing> of(Map<K, Double> index) {
        List<Map.Entry<K, Double>> order = new ArrayList<>(index.entrySet());
        order.sort(Map.Entry.<K, Double>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()));
        Map<K, Standing> standings = new LinkedHashMap<>();
        for (int from = 0; from < order.size(); ) {
            int to = from;
            while (to < order.size()
                    && Double.compare(order.get(to).getValue(), order.get(from).getValue()) == 0) {
                to++;
            }
            Standing standing = new Standing(from + 1, band(to, order.size()));
            for (int i = from; i < to; i++) {
                standings.put(order.get(i).getKey(), standing);
            }
            from = to;
        }
        return standings;
    }

    /** @param last how many have this index or a higher one */
    private Band band(int last, int all) {
        return bands.stream()
                .filter(b -> last <= Math.floor(all * b.upTo() + 1e-9))
                .findFirst()
                .orElse(bands.getLast());
    }

    public Band get(String code) {
        return bands.stream().filter(b -> b.code().equals(code)).findFirst().orElse(bands.getLast());
    }
}
