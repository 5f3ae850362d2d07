package org.talenthub.editions.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** One line: the need behind it, what it came to, and the words it is published with. */
@Embeddable
@SuppressWarnings("NullAway.Init")
public class EditionLine {

    /** More demands are not named; nobody reads further. */
    private static final int MOST_DEMANDS = 380;

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<LinkedHashMap<String, String>> WORDS = new TypeReference<>() {};

    @Column(name = "cluster_id")
    private long cluster;

    private String demands;
    private String words;
    private String figures;

    @Nullable
    @Column(name = "age_ground")
    private String ageGround;

    /** For Hibernate. */
    protected EditionLine() {}

    public EditionLine(long cluster, Collection<Long> demands, Map<String, String> words, Figures figures) {
        this.cluster = cluster;
        this.demands = demands.stream().limit(MOST_DEMANDS).map(String::valueOf).collect(Collectors.joining(" "));
        this.words = JSON.writeValueAsString(words);
        this.figures = JSON.writeValueAsString(figures);
    }

    public long cluster() {
        return cluster;
    }

    public List<Long> demands() {
        return Arrays.stream(demands.split(" ")).map(Long::valueOf).toList();
    }

    public Map<String, String> words() {
        return JSON.readValue(words, WORDS);
    }

    public Figures figures() {
        return JSON.readValue(figures, Figures.class);
    }

    public Optional<String> ageGround() {
        return Optional.ofNullable(ageGround);
    }

    /** The same line in other words. */
    EditionLine worded(Map<String, String> changed, @Nullable String ground) {
        Map<String, String> all = words();
        changed.forEach((field, text) -> {
            if (text.isBlank()) {
                all.remove(field);
            } else {
                all.put(field, text);
            }
        });
        EditionLine line = new EditionLine();
        line.cluster = cluster;
        line.demands = demands;
        line.words = JSON.writeValueAsString(all);
        line.figures = figures;
        line.ageGround = ground == null ? ageGround : ground.isBlank() ? null : ground;
        return line;
    }

    /** Whether it is about the same need as another edition's line, or as a cluster of now. */
    public boolean about(long otherCluster, Collection<Long> otherDemands) {
        return cluster == otherCluster || demands().stream().anyMatch(otherDemands::contains);
    }
}
