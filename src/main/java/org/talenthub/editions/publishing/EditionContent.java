package org.talenthub.editions.publishing;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.talenthub.common.Ids;
import org.talenthub.editions.model.EditionKind;

/**
 * What an edition says: this, as JSON, is what is published.
 *
 * @param date of the edition, ISO
 * @param rules version of the rules that its figures were made by
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EditionContent(
        String edition,
        EditionKind kind,
        @Nullable String number,
        String title,
        String date,
        @Nullable String document,
        String rules,
        List<Line> lines) {

    /**
     * A line; its words stand beside the figures, by name.
     *
     * @param heads asked for
     * @param missing of them
     * @param enterprises how many ask
     * @param band code of the band, by the rank of the index in this edition
     * @param supply people of the pool who are fit; null where they are fewer than three
     * @param last where it stood in the last edition before this; null when it is new
     * @param demands ids of the demands behind it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonPropertyOrder({"n", "cluster", "title"})
    public record Line(
            int n,
            String cluster,
            String title,
            @JsonAnyGetter @JsonAnySetter Map<String, String> words,
            int heads,
            int missing,
            int enterprises,
            double index,
            List<PartContent> parts,
            String band,
            String bandLabel,
            int stars,
            String shortage,
            String shortageLabel,
            int yearsUnmet,
            @Nullable Long supply,
            String supplyLabel,
            List<Coded> industries,
            List<Coded> regions,
            @Nullable Place last,
            Change change,
            @Nullable String ageGround,
            List<String> demands) {

        /** The words stand in the order of their kind, however they came. */
        public Line {
            EditionKind of =
                    words.containsKey(EditionKind.CHALLENGE.title()) ? EditionKind.CHALLENGE : EditionKind.LIST;
            Map<String, String> ordered = new LinkedHashMap<>();
            for (String field : of.words()) {
                String text = words.get(field);
                if (text != null) {
                    ordered.put(field, text);
                }
            }
            words = Collections.unmodifiableMap(ordered);
        }

        public List<Long> demandIds() {
            return demands.stream().flatMap(d -> Ids.parse(d).stream()).toList();
        }

        /** Whether it is about the same need as a line of another edition. */
        boolean sameNeed(Line other) {
            return cluster.equals(other.cluster) || demands.stream().anyMatch(other.demands::contains);
        }
    }

    /** One part of an index with its name in words. */
    public record PartContent(String name, String label, double value, double weight, double points) {}

    public record Coded(String code, String label) {}

    /** @param number of that edition */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Place(String edition, @Nullable String number, int n) {}

    /** How a line stands to the last edition. */
    public enum Change {
        NEW,
        UP,
        DOWN,
        SAME
    }
}
