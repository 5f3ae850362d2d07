package org.talenthub.editions.publishing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.talenthub.common.HubTime;
import org.talenthub.editions.lint.Finding;
import org.talenthub.editions.lint.Ground;
import org.talenthub.editions.lint.Wording;
import org.talenthub.editions.model.Edition;
import org.talenthub.editions.model.EditionLine;
import org.talenthub.records.RecordSnapshot;
import org.talenthub.records.Records;

/** What stands against publishing a draft, line by line. */
@Component
class EditionChecks {

    private static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("post", "岗位名称"),
            Map.entry("enterprise", "需求单位"),
            Map.entry("requirements", "任职要求"),
            Map.entry("duties", "岗位职责"),
            Map.entry("place", "工作地点"),
            Map.entry("salary", "年薪"),
            Map.entry("benefits", "其他待遇"),
            Map.entry("remark", "说明"),
            Map.entry("name", "需求名称"),
            Map.entry("content", "研究内容"),
            Map.entry("targets", "考核指标"),
            Map.entry("prize", "榜额"),
            Map.entry("deadline", "完成时限"),
            Map.entry("conditions", "揭榜条件"),
            Map.entry("issuer", "发榜单位"));

    private static final Map<Ground, String> WHY = Map.of(
            Ground.SEX, "涉及性别",
            Ground.MARRIAGE, "涉及婚姻状况",
            Ground.BIRTH, "涉及生育",
            Ground.ETHNICITY, "涉及民族",
            Ground.RELIGION, "涉及宗教信仰",
            Ground.HOUSEHOLD, "涉及户籍",
            Ground.AGE, "是年龄条件，没有写法律依据",
            Ground.CONTACT, "是联系方式",
            Ground.NAME, "是人名");

    private final Records records;
    private final Filling filling;

    EditionChecks(Records records, Filling filling) {
        this.filling = filling;
        this.records = records;
    }

    List<Fault> of(Edition e, LocalDate day) {
        List<Fault> faults = new ArrayList<>();
        if (e.lines().isEmpty()) {
            faults.add(new Fault(0, "", "edition.empty", "还没有列入任何需求，先列入再发布。", null));
        }
        Set<Long> ids = e.lines().stream().flatMap(l -> l.demands().stream()).collect(Collectors.toSet());
        Map<Long, RecordSnapshot> demands = records.snapshots(ids);
        Map<Long, Integer> arrived = filling.of(ids);
        for (int i = 0; i < e.lines().size(); i++) {
            EditionLine l = e.lines().get(i);
            List<RecordSnapshot> of = l.demands().stream()
                    .map(demands::get)
                    .filter(Objects::nonNull)
                    .toList();
            faults.addAll(of(e, i + 1, l, of, arrived, day));
        }
        return faults;
    }

    private static List<Fault> of(
            Edition e, int n, EditionLine l, List<RecordSnapshot> demands, Map<Long, Integer> arrived, LocalDate day) {
        List<Fault> faults = new ArrayList<>();
        Map<String, String> words = l.words();
        for (String field : e.kind().words()) {
            if (e.kind().required().contains(field) && !words.containsKey(field)) {
                faults.add(new Fault(
                        n,
                        field,
                        "line.incomplete",
                        "第 " + n + " 行没有写" + FIELDS.getOrDefault(field, field) + "，补上或移出这一行。",
                        null));
            }
        }
        // of a day that is past it holds what was open then
        LineState state = day.isBefore(HubTime.today()) ? LineState.OPEN : LineState.of(demands, arrived, day);
        if (state != LineState.OPEN) {
            String what = switch (state) {
                case FILLED -> "已招满";
                case LAPSED -> "已过有效期";
                default -> "已撤回";
            };
            faults.add(new Fault(n, "", "line.closed", "第 " + n + " 行的需求" + what + "，移出这一行。", null));
        }
        Set<String> people = demands.stream()
                .flatMap(r -> r.fields().text("contact").stream())
                .collect(Collectors.toSet());
        words.forEach((field, text) ->
                faults.addAll(wording(n, field, text, l.ageGround().isPresent(), people)));
        return faults;
    }

    static List<Fault> wording(int n, String field, String text, boolean ageAllowed, Collection<String> people) {
        return Wording.check(text, ageAllowed, people).stream()
                .map(f -> new Fault(
                        n, field, "wording." + f.ground().name().toLowerCase(Locale.ROOT), message(n, field, f), f))
                .toList();
    }

    private static String message(int n, String field, Finding f) {
        return (n == 0 ? "" : "第 " + n + " 行")
                + FIELDS.getOrDefault(field, field)
                + "中的“"
                + (f.ground() == Ground.CONTACT || f.ground() == Ground.NAME
                        ? f.quote().charAt(0) + "…"
                        : f.quote())
                + "”"
                + WHY.getOrDefault(f.ground(), "")
                + "。可写成：“"
                + f.suggestion()
                + "”。";
    }
}
