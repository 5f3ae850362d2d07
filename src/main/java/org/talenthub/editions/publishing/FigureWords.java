package org.talenthub.editions.publishing;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talenthub.common.Ids;
import org.talenthub.editions.model.Figures;
import org.talenthub.editions.publishing.EditionContent.Change;
import org.talenthub.editions.publishing.EditionContent.Coded;
import org.talenthub.editions.publishing.EditionContent.PartContent;
import org.talenthub.editions.publishing.EditionContent.Place;
import org.talenthub.reference.standards.Dictionaries;
import org.talenthub.reference.standards.Regions;

/** Figures in the words that are published with them: Chinese, whoever asks. */
@Component
public class FigureWords {

    private static final Map<String, String> PARTS =
            Map.of("ratio", "供需比", "gap", "缺口人数", "years", "连续未满足", "chain", "产业链权重", "difficulty", "引进难度");
    private static final Map<String, String> SHORTAGES =
            Map.of("QUANTITY", "数量型", "ABILITY", "能力型", "SUPPLY", "供给型", "DYNAMIC", "动态型");

    private final Dictionaries dictionaries;
    private final Regions regions;

    FigureWords(Dictionaries dictionaries, Regions regions) {
        this.dictionaries = dictionaries;
        this.regions = regions;
    }

    public static List<PartContent> parts(Figures f) {
        return f.parts().stream()
                .map(p -> new PartContent(
                        p.name(), PARTS.getOrDefault(p.name(), p.name()), p.value(), p.weight(), p.points()))
                .toList();
    }

    public static String shortage(Figures f) {
        return SHORTAGES.getOrDefault(f.shortage().name(), "");
    }

    public List<Coded> industries(Figures f) {
        return f.industries().stream()
                .map(i -> new Coded(i, dictionaries.get("industry").label(i)))
                .toList();
    }

    public List<Coded> regions(Figures f) {
        return f.regions().stream().map(r -> new Coded(r, regions.label(r))).toList();
    }

    /**
     * Where a need stands in an edition.
     *
     * @param about whether a line is about it, by its cluster and its demands
     */
    public static @Nullable Place place(EditionContent edition, BiPredicate<Long, Collection<Long>> about) {
        return edition.lines().stream()
                .filter(l -> about.test(Ids.parse(l.cluster()).orElse(0L), l.demandIds()))
                .findFirst()
                .map(l -> new Place(edition.edition(), edition.number(), l.n()))
                .orElse(null);
    }

    /** @param now where it stands now, from 1 */
    public static Change change(@Nullable Place last, int now) {
        return last == null ? Change.NEW : last.n() > now ? Change.UP : last.n() < now ? Change.DOWN : Change.SAME;
    }
}
