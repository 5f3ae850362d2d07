package org.talenthub.search.documents;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.talenthub.reference.chinese.Pinyin;
import org.talenthub.reference.chinese.Simplified;
import org.talenthub.reference.standards.OrganisationNames;
import org.talenthub.reference.standards.Regions;

/**
 * A name in the ways it is typed, beside the name itself and with its privacy: exact, in pinyin, by initials. An organisation is also
 * known without the place before and the legal form behind its name (华工科技 for 武汉华工科技产业股份有限公司 begins so).
 */
final class NameFields {

    static final String START = "^";

    private static final int LONGEST = 100;
    private final OrganisationNames organisations;

    NameFields(Regions regions) {
        organisations = OrganisationNames.of(regions);
    }

    void put(String type, String name, BiConsumer<String, Object> document) {
        if (type.equals("talent")) {
            // surnames are also typed in the character's usual reading (cha for 查)
            put(List.of(Simplified.key(name)), List.of(Pinyin.ofPerson(name), Pinyin.ofOrganisation(name)), document);
            return;
        }
        Set<String> names = new LinkedHashSet<>(List.of(name));
        if (!type.equals("demand")) {
            names.add(organisations.withoutPlace(name));
        }
        Set<String> exact = new LinkedHashSet<>();
        names.forEach(n -> {
            exact.add(Simplified.key(n));
            exact.add(Simplified.key(organisations.withoutForm(n)));
        });
        put(List.copyOf(exact), names.stream().map(Pinyin::ofOrganisation).toList(), document);
    }

    private static void put(List<String> exact, List<Pinyin.Readings> readings, BiConsumer<String, Object> document) {
        document.accept("nameExact", exact);
        List<String> full = distinct(readings.stream().flatMap(r -> r.full().stream()));
        if (!full.isEmpty()) {
            document.accept("namePinyin", full);
            document.accept("nameInitials", distinct(readings.stream().flatMap(r -> r.initials().stream())));
            // the start is marked, so that zhang can be asked for as a surname
            document.accept(
                    "nameSyllables",
                    readings.getFirst().syllables().stream()
                            .map(s -> START + " " + s)
                            .toList());
        }
    }

    private static List<String> distinct(Stream<String> values) {
        return values.map(v -> v.length() > LONGEST ? v.substring(0, LONGEST) : v)
                .distinct()
                .toList();
    }
}
