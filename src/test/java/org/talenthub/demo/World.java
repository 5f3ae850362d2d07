package org.talenthub.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.talenthub.demo.Words.Industry;
import org.talenthub.demo.Words.Institute;
import org.talenthub.demo.Words.Link;
import org.talenthub.demo.Words.Region;

/** The organisations that people and posts of the demo belong to: 14 bases, 24 stations, their hosts and other companies, institutes. */
final class World {

    private static final String OPTICS_VALLEY = "武汉示例光谷人才基地";
    private static final String MOTOR_VALLEY = "武汉示例车谷人才基地";

    /** How many companies a division has; the first two of Wuhan and the first of Yichang are set by hand. */
    private static final Map<String, Integer> COMPANIES = new LinkedHashMap<>();

    /** The industries a division is known for, the strongest first. */
    private static final Map<String, List<String>> STRENGTHS = Map.ofEntries(
            Map.entry("420100", List.of("光电子信息", "生命健康", "新能源与智能网联汽车", "人工智能", "北斗", "高端装备制造", "量子信息")),
            Map.entry("420200", List.of("高端装备制造", "新能源与智能网联汽车", "光电子信息", "人工智能")),
            Map.entry("420300", List.of("新能源与智能网联汽车", "高端装备制造", "生命健康")),
            Map.entry("420500", List.of("生命健康", "新能源与智能网联汽车", "高端装备制造", "人工智能")),
            Map.entry("420600", List.of("新能源与智能网联汽车", "高端装备制造", "人工智能", "北斗")),
            Map.entry("420700", List.of("光电子信息", "人工智能", "生命健康", "量子信息")),
            Map.entry("420800", List.of("新能源与智能网联汽车", "高端装备制造", "北斗")),
            Map.entry("420900", List.of("高端装备制造", "光电子信息", "北斗")),
            Map.entry("421000", List.of("高端装备制造", "光电子信息", "生命健康")),
            Map.entry("421100", List.of("生命健康", "光电子信息", "高端装备制造")),
            Map.entry("421200", List.of("光电子信息", "生命健康", "人工智能", "量子信息")),
            Map.entry("421300", List.of("新能源与智能网联汽车", "高端装备制造", "北斗")),
            Map.entry("422800", List.of("生命健康", "光电子信息", "北斗")),
            Map.entry("429004", List.of("生命健康", "新能源与智能网联汽车", "光电子信息")),
            Map.entry("429005", List.of("光电子信息", "高端装备制造", "新能源与智能网联汽车")),
            Map.entry("429006", List.of("高端装备制造", "生命健康", "人工智能")),
            Map.entry("429021", List.of("生命健康", "北斗")));

    static {
        COMPANIES.put("420100", 32);
        COMPANIES.put("420500", 10);
        COMPANIES.put("420600", 9);
        for (String code : List.of("420200", "420300", "420800", "421000", "421100")) {
            COMPANIES.put(code, 6);
        }
        for (String code : List.of("420700", "420900", "421200", "421300", "422800")) {
            COMPANIES.put(code, 5);
        }
        for (String code : List.of("429004", "429005", "429006")) {
            COMPANIES.put(code, 4);
        }
        COMPANIES.put("429021", 2);
    }

    private final Words words;
    private final Dice dice = new Dice(20261122);
    private final List<Company> companies = new ArrayList<>();
    private final List<Company> institutes = new ArrayList<>();
    private final List<Carrier> bases = new ArrayList<>();
    private final List<Carrier> stations = new ArrayList<>();
    private int codes;

    World(Words words) {
        this.words = words;
        addBases();
        COMPANIES.forEach(this::addCompanies);
        for (Institute i : words.people().institutes()) {
            addInstitute(i);
        }
        addStations();
    }

    Words words() {
        return words;
    }

    List<Company> companies() {
        return companies;
    }

    List<Company> institutes() {
        return institutes;
    }

    List<Carrier> bases() {
        return bases;
    }

    List<Carrier> stations() {
        return stations;
    }

    Company host(Carrier station) {
        return companies.stream()
                .filter(c -> c.name().equals(station.host()))
                .findFirst()
                .orElseThrow();
    }

    private void addBases() {
        addBase("420100", OPTICS_VALLEY, "武汉示例光谷产业园管委会", List.of("光电子信息", "生命健康", "人工智能", "北斗", "量子信息"));
        addBase("420100", MOTOR_VALLEY, "武汉示例车谷产业园管委会", List.of("新能源与智能网联汽车", "高端装备制造"));
        Map<String, String> zones = new LinkedHashMap<>();
        zones.put("420200", "黄石示例新港");
        zones.put("420300", "十堰示例商用车城");
        zones.put("420500", "宜昌示例高新");
        zones.put("420600", "襄阳示例隆中");
        zones.put("420700", "鄂州示例临空");
        zones.put("420800", "荆门示例化工新材料");
        zones.put("420900", "孝感示例高新");
        zones.put("421000", "荆州示例沙北");
        zones.put("421100", "黄冈示例大别山");
        zones.put("421200", "咸宁示例横沟");
        zones.put("421300", "随州示例专汽");
        zones.put("422800", "恩施示例硒谷");
        zones.forEach((code, zone) ->
                addBase(code, zone + "人才基地", zone + "产业园管委会", strengths(code).subList(0, 2)));
    }

    private void addBase(String code, String name, String host, List<String> industries) {
        bases.add(new Carrier(
                name,
                false,
                host,
                Codes.credit("11", ++codes),
                words.region(code),
                industries,
                dice.between(2023, 2026)));
    }

    private void addCompanies(String code, int count) {
        Region region = words.region(code);
        List<String> strengths = strengths(code);
        for (int i = 0; i < count; i++) {
            Industry industry = words.industry(i < strengths.size() ? strengths.get(i) : dice.pick(strengths));
            Link link = industry.links().get(dice.between(0, 2));
            String form = dice.of("科技有限公司", "技术有限公司", "股份有限公司", "科技股份有限公司", "有限公司");
            if (i == 0 && code.equals("420100")) {
                addCompany("湖北示例光电", "科技有限公司", industry, industry.links().getFirst(), region, "洪山区", 1860, true);
            } else if (i == 0 && code.equals("420500")) {
                addCompany("宜昌示例生物医药", "股份有限公司", industry, industry.links().get(1), region, "猇亭区", 2350, true);
            } else {
                String stem = stem(region, industry);
                String county = region.counties().isEmpty() ? "" : dice.pick(region.counties());
                int staff = dice.chance(0.2) ? dice.between(1000, 6000) : dice.between(60, 980);
                addCompany(
                        stem,
                        stem.endsWith("科技") ? "股份有限公司" : form,
                        industry,
                        link,
                        region,
                        county,
                        staff,
                        dice.chance(0.6));
            }
        }
    }

    private void addCompany(
            String stem,
            String form,
            Industry industry,
            Link link,
            Region region,
            String county,
            int staff,
            boolean in) {
        List<String> kinds = new ArrayList<>();
        if (staff > 3000) {
            kinds.add("头部企业");
        }
        if (staff > 1000) {
            kinds.add("行业骨干企业");
        }
        if (dice.chance(0.75)) {
            kinds.add("高新技术企业");
        }
        if (staff < 1000 && dice.chance(0.4) || kinds.isEmpty()) {
            kinds.add("专精特新小巨人");
        }
        // the first one is the company of the feeds' own examples
        String code = companies.isEmpty() ? "91429999MA9999005A" : Codes.credit("91", ++codes);
        String base = in ? baseOf(region, industry) : null;
        companies.add(new Company(stem, stem + form, code, industry, link, region, county, base, kinds, staff, false));
    }

    private @Nullable String baseOf(Region region, Industry industry) {
        return bases.stream()
                .filter(b -> b.region().equals(region))
                .filter(b -> !region.code().equals("420100") || b.industries().contains(industry.label()))
                .map(Carrier::name)
                .findFirst()
                .orElse(null);
    }

    /** A name nobody in the demo has yet: 示例 stands in every one. */
    private String stem(Region region, Industry industry) {
        String[] marks = {"", "华", "楚", "江", "新", "中", "瑞", "恒", "汉", "远", "同", "博", "晶", "凌", "云"};
        for (String mark : marks) {
            for (String word : dice.some(industry.words(), industry.words().size())) {
                String stem = region.shortName().replace("恩施州", "恩施") + "示例" + mark + word;
                if (companies.stream().noneMatch(c -> c.stem().equals(stem))) {
                    return stem;
                }
            }
        }
        throw new IllegalStateException("no name left for " + industry.label());
    }

    private void addInstitute(Institute i) {
        Region region = words.region(i.region());
        Industry industry = words.industry(strengths(i.region()).getFirst());
        String county = dice.pick(region.counties());
        institutes.add(new Company(
                i.name(),
                i.name(),
                Codes.credit("12", ++codes),
                industry,
                industry.links().getFirst(),
                region,
                county,
                null,
                List.of(),
                0,
                true));
    }

    /** One station in every division, the strong ones several; Wuhan's and Yichang's first are those of the accounts. */
    private void addStations() {
        Map<String, Integer> more = Map.of("420100", 4, "420500", 2, "420600", 2, "420200", 2, "421000", 2);
        for (Region region : words.regions()) {
            companies.stream()
                    .filter(c -> c.region().equals(region))
                    .limit(more.getOrDefault(region.code(), 1))
                    .map(c -> new Carrier(
                            c.stem() + "人才驿站",
                            true,
                            c.name(),
                            c.code(),
                            region,
                            List.of(c.industry().label()),
                            dice.between(2023, 2026)))
                    .forEach(stations::add);
        }
    }

    private static List<String> strengths(String code) {
        return STRENGTHS.getOrDefault(code, List.of());
    }
}
