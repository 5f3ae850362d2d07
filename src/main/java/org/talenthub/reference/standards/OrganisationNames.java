package org.talenthub.reference.standards;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The names an organisation is known by: in full, and without the place before and the legal form behind (华工科技 for 武汉华工科技股份有限公司). */
public final class OrganisationNames {

    private static final List<String> FORMS = List.of("股份有限公司", "有限责任公司", "有限公司", "集团公司", "公司");

    private final List<String> places;

    OrganisationNames(Regions regions) {
        places = regions.all().stream()
                .filter(r -> r.level() != Region.Level.COUNTY)
                .flatMap(r -> Stream.concat(Stream.of(r.name(), r.shortName()), r.aliases().stream()))
                .distinct()
                .sorted((a, b) -> b.length() - a.length())
                .toList();
    }

    public static OrganisationNames of(Regions regions) {
        return new OrganisationNames(regions);
    }

    /** All of them, the full one first. */
    public Set<String> of(String name) {
        Set<String> names = new LinkedHashSet<>(List.of(name));
        for (String n : List.of(name, withoutPlace(name))) {
            names.add(n);
            names.add(withoutForm(n));
        }
        return names;
    }

    public String withoutPlace(String name) {
        String rest = name;
        for (int i = 0; i < 2; i++) {
            for (String place : places) {
                if (rest.startsWith(place) && rest.length() >= place.length() + 4) {
                    rest = rest.substring(place.length());
                    break;
                }
            }
        }
        return rest;
    }

    public String withoutForm(String name) {
        for (String form : FORMS) {
            if (name.endsWith(form) && name.length() >= form.length() + 2) {
                return name.substring(0, name.length() - form.length());
            }
        }
        return name;
    }
}
