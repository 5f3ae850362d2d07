package org.talenthub.demo;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The word lists under {@code src/test/resources/demo/}. */
record Words(List<Industry> industries, List<Region> regions, People people) {

    /** One chain of the province with its upstream, midstream and downstream link. */
    record Industry(String label, List<String> words, List<String> vocational, String activity, List<Link> links) {}

    record Link(
            String stream,
            String node,
            List<String> majors,
            List<String> posts,
            List<String> skills,
            List<String> research,
            List<String> trades,
            List<String> crafts,
            List<String> products) {}

    /** A prefecture-level division; {@code zones} are development zones, which have no code of their own. */
    record Region(String code, String name, String shortName, List<String> counties, List<String> zones) {}

    record Person(String name, String sex, String ethnicity) {}

    record Institute(String name, String region) {}

    /** {@code surnames} is one text, a character a surname, the frequent ones several times. */
    record People(
            String surnames,
            List<String> rareSurnames,
            List<String> male,
            List<String> female,
            List<String> rare,
            List<Person> minority,
            List<String> ethnicities,
            List<String> universities,
            List<String> colleges,
            List<String> abroad,
            List<String> vocational,
            List<String> secondary,
            List<Institute> institutes) {}

    static Words load() {
        return new Words(
                read("industries.yml", new TypeReference<>() {}),
                read("regions.yml", new TypeReference<>() {}),
                read("people.yml", new TypeReference<>() {}));
    }

    Region region(String code) {
        return regions.stream().filter(r -> r.code().equals(code)).findFirst().orElseThrow();
    }

    Industry industry(String label) {
        return industries.stream()
                .filter(i -> i.label().equals(label))
                .findFirst()
                .orElseThrow();
    }

    private static <T> T read(String name, TypeReference<T> type) {
        try (InputStream in = Objects.requireNonNull(Words.class.getResourceAsStream("/demo/" + name), name)) {
            return YAMLMapper.builder().build().readValue(in, type);
        } catch (IOException e) {
            throw new IllegalStateException(name, e);
        }
    }
}
