package org.talenthub.meaning;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Makes {@code src/main/resources/meaning/space.bin} anew from the posts and skills of the demo data: {@code mvn -Pbench test
 * -Dtest=SpaceBench}. Needed only when the model changes, and then the version in {@code Embeddings} with it.
 */
class SpaceBench {

    private static final int ROUNDS = 200;

    @Test
    void write() throws Exception {
        Set<String> words = words();
        Model model = new Model();
        Path file = Path.of("src/main/resources/meaning/space.bin");
        Files.createDirectories(file.getParent());
        try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(file))) {
            write(out, common(model, words, Space::asOccupation));
            write(out, common(model, words, Posts::field));
        }
        System.out.println(words.size() + " words, " + file + " written");
    }

    private static Set<String> words() throws IOException {
        Set<String> words = new TreeSet<>();
        try (InputStream in = SpaceBench.class.getResourceAsStream("/demo/industries.yml")) {
            for (JsonNode industry : new YAMLMapper().readTree(in)) {
                for (JsonNode link : industry.path("links")) {
                    for (String list : List.of("posts", "skills", "research", "trades", "crafts")) {
                        link.path(list).forEach(w -> words.add(w.stringValue()));
                    }
                }
            }
        }
        return words;
    }

    private static Space.Common common(Model model, Set<String> words, UnaryOperator<String> as) {
        List<float[]> all = new ArrayList<>();
        float[] mean = new float[Vector.DIMENSIONS];
        for (String w : words) {
            float[] v = model.embed(as.apply(w));
            all.add(v);
            for (int i = 0; i < mean.length; i++) {
                mean[i] += v[i] / words.size();
            }
        }
        // the first principal component, by repeated multiplication with the covariance
        float[] direction = new float[Vector.DIMENSIONS];
        Arrays.fill(direction, 1);
        for (int round = 0; round < ROUNDS; round++) {
            float[] next = new float[Vector.DIMENSIONS];
            for (float[] v : all) {
                float along = 0;
                for (int i = 0; i < mean.length; i++) {
                    along += (v[i] - mean[i]) * direction[i];
                }
                for (int i = 0; i < mean.length; i++) {
                    next[i] += along * (v[i] - mean[i]);
                }
            }
            direction = Vector.unit(next);
        }
        return new Space.Common(mean, direction);
    }

    private static void write(DataOutputStream out, Space.Common c) throws IOException {
        for (float x : c.mean) {
            out.writeFloat(x);
        }
        for (float x : c.direction) {
            out.writeFloat(x);
        }
    }
}
