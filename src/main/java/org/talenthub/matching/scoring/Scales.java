package org.talenthub.matching.scoring;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.talenthub.matching.scoring.score.Aspect;
import org.talenthub.reference.chinese.Texts;
import org.talenthub.reference.standards.Dictionaries;
import org.talenthub.reference.standards.Dictionary;

/** How codes stand to each other: ladders from the highest to the lowest, and disciplines with the majors that belong to them. */
public final class Scales {

    /** Aspects that are a rung of a ladder, and the ladder. */
    static final Map<Aspect, String> LADDERS = Map.of(
            Aspect.EDUCATION, "education",
            Aspect.DEGREE, "degree",
            Aspect.TITLE_LEVEL, "title-level",
            Aspect.SKILL_LEVEL, "skill-level");

    private final Map<String, List<String>> ladders = new HashMap<>();
    private final Dictionary disciplines;

    public Scales(Dictionaries dictionaries) {
        LADDERS.values().forEach(name -> {
            Dictionary d = dictionaries.get(name);
            List<String> codes = new ArrayList<>();
            d.entries().forEach(e -> codes.add(e.code()));
            ladders.put(name, codes);
        });
        this.disciplines = dictionaries.get("discipline");
    }

    /** Name of the table whose rungs an aspect is one of; empty for aspects that are none. */
    public static String ladder(Aspect aspect) {
        return LADDERS.getOrDefault(aspect, "");
    }

    /** How many rungs the person stands below what is asked; 0 and less is enough; empty when one of the codes is none of the ladder. */
    OptionalInt below(Aspect aspect, String asked, String has) {
        List<String> codes = codes(aspect);
        int a = codes.indexOf(asked);
        int h = codes.indexOf(has);
        return a < 0 || h < 0 ? OptionalInt.empty() : OptionalInt.of(h - a);
    }

    /** The codes that satisfy what is asked when it is lowered by some rungs. */
    public List<String> satisfying(Aspect aspect, String asked, int lowered) {
        List<String> codes = codes(aspect);
        int a = codes.indexOf(asked);
        return a < 0 ? List.of() : codes.subList(0, Math.min(codes.size(), a + lowered + 1));
    }

    /** The rung that is some lower; the code itself at the end of the ladder, or when it is none of it. */
    public String lower(Aspect aspect, String code, int by) {
        List<String> codes = codes(aspect);
        int at = codes.indexOf(code);
        return at < 0 || at + by >= codes.size() || at + by < 0 ? code : codes.get(at + by);
    }

    /** Whether a major is part of the discipline that is asked for: 计算机系统结构 of 计算机科学与技术. */
    boolean partOf(String major, String asked) {
        return discipline(major)
                .filter(d -> Texts.key(d.label()).equals(Texts.key(asked)))
                .isPresent();
    }

    /** Whether two majors belong to one discipline. */
    boolean related(String major, String other) {
        return discipline(major)
                .filter(d -> discipline(other).equals(Optional.of(d)))
                .isPresent();
    }

    private Optional<Dictionary.Entry> discipline(String major) {
        return disciplines.find(major);
    }

    private List<String> codes(Aspect aspect) {
        return ladders.getOrDefault(LADDERS.getOrDefault(aspect, ""), List.of());
    }
}
