package org.talenthub.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talenthub.common.HubTime;
import org.talenthub.common.Ids;
import org.talenthub.events.model.EventDesk;
import org.talenthub.events.model.EventKind;
import org.talenthub.events.model.EventLife.Action;
import org.talenthub.events.model.EventWish;
import org.talenthub.events.model.Organising;
import org.talenthub.events.model.Programme;
import org.talenthub.events.model.RecruitmentEvent;
import org.talenthub.events.people.CheckIns;
import org.talenthub.events.people.Participating;
import org.talenthub.events.people.Sourcing;
import org.talenthub.events.plans.EventPlan;
import org.talenthub.events.timetable.Outcomes;
import org.talenthub.events.timetable.PlanReading;
import org.talenthub.events.timetable.PlanView;
import org.talenthub.events.timetable.Planning;
import org.talenthub.records.RecordSnapshot;
import org.talenthub.records.Records;
import org.talenthub.security.HubMode;
import org.talenthub.security.Role;
import org.talenthub.security.Viewer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The events of a demo hub: one planned and published, one running, one closed with outcomes; the demo matchmaker's. Each only once. */
@Component
class DemoEvents extends DemoPart {

    private static final Viewer OFFICE = new Viewer(0, "hub", "省委人才办（演示）", Role.PROVINCE, null, null, null);
    private static final int ENTERPRISES = 6;

    private final EventDesk desk;
    private final Organising organising;
    private final Guests guests;
    private final Plans plans;
    private final Records records;
    private final JsonMapper json;

    DemoEvents(
            HubMode mode,
            EventDesk desk,
            Organising organising,
            Guests guests,
            Plans plans,
            Records records,
            JsonMapper json) {
        super(mode, "示例活动", 2);
        this.desk = desk;
        this.organising = organising;
        this.guests = guests;
        this.plans = plans;
        this.records = records;
        this.json = json;
    }

    /** Who takes part, and where they come from. */
    @Component
    record Guests(Participating participating, Sourcing sourcing, CheckIns doors) {}

    /** Plans, and what came of them. */
    @Component
    record Plans(Planning planning, PlanReading reading, Outcomes outcomes) {}

    @Override
    void fill() {
        Set<String> there = desk.known(OFFICE).stream()
                .filter(e -> e.state().isPublic())
                .map(RecruitmentEvent::name)
                .collect(Collectors.toSet());
        LocalDate today = HubTime.today();
        List<List<RecordSnapshot>> companies = companies();
        Made closed = event(
                there, EventKind.GRASSROOTS, "专业人才智汇基层（示例）", today.minusDays(12), "宜昌市人才服务中心", "420500", companies, 0);
        if (closed != null) {
            organising.act(closed.id(), Action.START, OFFICE);
            told(closed);
            organising.act(closed.id(), Action.CLOSE, OFFICE);
        }
        Made now =
                event(there, EventKind.TALENT_TRAIN, "荆楚引才专列 · 光谷站（示例）", today, "武汉光谷国际网球中心", "420100", companies, 1);
        if (now != null) {
            organising.act(now.id(), Action.START, OFFICE);
            arrived(now);
        }
        event(there, EventKind.TALENT_TRAIN, "荆楚引才专列 · 襄阳站（示例）", today.plusDays(14), "襄阳市会展中心", "420600", companies, 2);
    }

    /** @param plan in force */
    private record Made(String id, PlanView plan) {}

    private @Nullable Made event(
            Set<String> there,
            EventKind kind,
            String name,
            LocalDate day,
            String place,
            String region,
            List<List<RecordSnapshot>> companies,
            int part) {
        if (there.contains(name)) {
            return null;
        }
        // one that a start before this one did not finish is taken up again
        String id = desk.known(OFFICE).stream()
                .filter(e -> e.name().equals(name))
                .map(e -> Ids.text(e.id()))
                .findFirst()
                .orElseGet(() -> Ids.text(organising
                        .create(wish(kind, name, day, place, region), OFFICE)
                        .id()));
        for (int i = part; i < companies.size() && i < part + 3 * ENTERPRISES; i += 3) {
            ObjectNode company = json.createObjectNode();
            company.put("demand", Ids.text(companies.get(i).getFirst().id()));
            company.put("recruiters", "人力资源部");
            company.put("desks", 1);
            guests.participating().add(id, company, OFFICE);
            companies.get(i).stream().skip(1).limit(2).forEach(d -> {
                ObjectNode more = json.createObjectNode();
                more.put("demand", Ids.text(d.id()));
                guests.participating().add(id, more, OFFICE);
            });
        }
        ObjectNode source = json.createObjectNode();
        source.put("matches", 5);
        List<Long> people = guests.sourcing().people(id, source, OFFICE);
        int n = 0;
        for (long person : people.stream().limit(40).toList()) {
            ObjectNode guest = json.createObjectNode();
            guest.put("talent", Ids.text(person));
            guest.put("consent", n++ % 3 != 0);
            guests.participating().add(id, guest, OFFICE);
        }
        RecruitmentEvent e = desk.own(id, OFFICE);
        if (desk.allowed(e, OFFICE).contains(Action.OPEN)) {
            organising.act(id, Action.OPEN, OFFICE);
        }
        PlanView plan = planned(id);
        if (plan == null) {
            return null;
        }
        plans.planning().publish(id, plan.version(), OFFICE);
        return new Made(id, plans.reading().view(id, plan.version(), OFFICE));
    }

    private @Nullable PlanView planned(String id) {
        EventPlan begun = plans.planning().begin(id, new Planning.PlanWish(1, 1L, null), OFFICE);
        for (int i = 0; isRunning() && i < 600; i++) {
            PlanView p = plans.reading().view(id, begun.number(), OFFICE);
            if (p.doneAt() != null) {
                return p.state() == EventPlan.State.READY ? p : null;
            }
            try {
                Thread.sleep(100);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return null;
            }
        }
        return null;
    }

    /** Most are there, some are late. */
    private void arrived(Made made) {
        Set<String> expected = new TreeSet<>();
        made.plan().meetings().forEach(m -> {
            expected.add(m.enterprise().participant());
            expected.add(m.talent().participant());
        });
        int n = 0;
        for (String participant : expected) {
            if (n++ % 6 != 5) {
                guests.doors().checkIn(made.id(), participant, false, OFFICE);
            }
        }
    }

    private void told(Made made) {
        String[] outcomes = {"INTENT", "AGAIN", "AGAIN", "UNFIT", "INTENT", "UNFIT", "AGAIN"};
        int n = 0;
        for (PlanView.Meet m : made.plan().meetings()) {
            if (m.id() != null) {
                String outcome = outcomes[n++ % outcomes.length];
                plans.outcomes()
                        .say(
                                m.id(),
                                new Outcomes.Tap(
                                        outcome,
                                        outcome.equals("UNFIT") ? n % 2 == 0 ? "SKILLS" : "SALARY" : null,
                                        null,
                                        "demo-" + m.id(),
                                        null,
                                        null),
                                OFFICE);
            }
        }
    }

    private static EventWish wish(EventKind kind, String name, LocalDate day, String place, String region) {
        String d = day.toString();
        return new EventWish(
                kind.name(),
                name,
                "企业带着急需岗位到场，人才按编排逐场面谈；现场设政策宣讲和人才服务咨询。",
                d,
                d,
                place,
                region,
                "matchmaker",
                null,
                30,
                5,
                2,
                0,
                30,
                30,
                0,
                List.of(
                        new Programme.Item("BRIEFING", "人才政策宣讲", d + "T08:30", d + "T09:00", "主会场"),
                        new Programme.Item("MEETINGS", "对接洽谈", d + "T09:00", d + "T12:00", "洽谈区"),
                        new Programme.Item("MEAL", "午餐", d + "T12:00", d + "T13:30", "二楼餐厅"),
                        new Programme.Item("MEETINGS", "对接洽谈", d + "T14:00", d + "T17:00", "洽谈区")),
                List.of(new Programme.Route("一号线", List.of("高铁站", "人才公寓", "会场"), 45, "志愿者小组", d + "T07:40")),
                "高层次人才可申请安家补助、子女入学协调和人才公寓，现场服务台受理。",
                "请按实际感受填写，帮助我们改进。",
                "身体不适请到服务台，医务人员全程在场；紧急出口见墙上示意图。");
    }

    /** The open demands of each enterprise, those with the most first. */
    private List<List<RecordSnapshot>> companies() {
        Map<String, List<RecordSnapshot>> by = new LinkedHashMap<>();
        String today = HubTime.today().toString();
        long after = 0;
        List<RecordSnapshot> next = records.after("demand", after, 1_000);
        while (!next.isEmpty()) {
            for (RecordSnapshot d : next) {
                String company = d.enterpriseName();
                boolean open = d.validUntil()
                        .map(u -> u.compareTo(today.substring(0, u.length())) >= 0)
                        .orElse(true);
                if (company != null && open) {
                    by.computeIfAbsent(company, c -> new ArrayList<>()).add(d);
                }
            }
            after = next.getLast().id();
            next = records.after("demand", after, 1_000);
        }
        List<List<RecordSnapshot>> all = new ArrayList<>(by.values());
        all.sort((a, b) -> b.size() - a.size());
        return all;
    }
}
