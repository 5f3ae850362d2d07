package org.talenthub.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.talenthub.common.HubTime;
import org.talenthub.common.Ids;
import org.talenthub.lifecycle.Applying;
import org.talenthub.lifecycle.Calling;
import org.talenthub.lifecycle.Deciding;
import org.talenthub.lifecycle.Reviewing;
import org.talenthub.lifecycle.SiteVisits;
import org.talenthub.lifecycle.model.Application;
import org.talenthub.lifecycle.model.ApplicationLife.Action;
import org.talenthub.lifecycle.model.Call;
import org.talenthub.lifecycle.model.CarrierKind;
import org.talenthub.security.HubMode;
import org.talenthub.security.Role;
import org.talenthub.security.Viewer;

/** Calls of a demo hub with cases in every state, made as the departments would make them; each only once. */
@Component
class DemoCases extends DemoPart {

    private static final Viewer OFFICE = new Viewer(0, "hub", "省委人才办（演示）", Role.PROVINCE, null, null, null);
    private static final Viewer WUHAN = new Viewer(0, "hub", "武汉市委人才办（演示）", Role.CITY, "420100", null, null);
    private static final Viewer YICHANG = new Viewer(0, "hub", "宜昌市委人才办（演示）", Role.CITY, "420500", null, null);

    private static final List<Reviewing.Expert> EXPERTS = List.of(
            new Reviewing.Expert("示例专家甲", "示例评审大学"),
            new Reviewing.Expert("示例专家乙", "示例评审研究院"),
            new Reviewing.Expert("示例专家丙", "示例评审学院"));

    private static final Map<String, String> OUTLINE = Map.of(
            "basics", "示例单位，主营业务突出，研发人员占比较高。",
            "conditions", "一、主导产业集聚；二、有省级以上平台；三、有专人专场地。逐条印证材料附后。",
            "tasks", "按月采集人才信息和急需紧缺需求，每季度组织一次供需对接。",
            "goals", "一年内入库高层次人才 60 名，引进 20 名。",
            "support", "专职 3 名，年度经费 80 万元，列入预算。",
            "services", "住房、子女入学、医疗、项目申报代办，5 个工作日内答复。");

    /** What the cases are called, and how far each goes. */
    private static final List<List<Action>> WAYS = List.of(
            List.of(),
            List.of(Action.SUBMIT),
            List.of(Action.SUBMIT, Action.RETURN),
            List.of(Action.SUBMIT, Action.PASS),
            List.of(Action.SUBMIT, Action.REFUSE),
            List.of(Action.SUBMIT, Action.PASS, Action.ASSIGN),
            List.of(Action.SUBMIT, Action.PASS, Action.ASSIGN, Action.VISIT),
            List.of(Action.SUBMIT, Action.PASS, Action.ASSIGN, Action.VISIT, Action.RECOMMEND),
            List.of(Action.SUBMIT, Action.PASS, Action.ASSIGN, Action.VISIT, Action.RECOMMEND, Action.NOTICE),
            List.of(
                    Action.SUBMIT,
                    Action.PASS,
                    Action.ASSIGN,
                    Action.VISIT,
                    Action.RECOMMEND,
                    Action.NOTICE,
                    Action.APPROVE),
            List.of(Action.SUBMIT, Action.PASS, Action.ASSIGN, Action.REFUSE),
            List.of(Action.SUBMIT, Action.WITHDRAW));

    private static final List<String> THEMES =
            List.of("光传感", "智能制造", "氢能", "生物医药", "工业软件", "量子信息", "商业航天", "新型显示", "高端装备", "北斗应用", "新材料", "智慧农业");

    private final Applying applying;
    private final Calling calling;
    private final SiteVisits visits;
    private final Deciding deciding;
    private final Reviewing reviewing;
    private final DemoYears years;

    DemoCases(
            HubMode mode,
            Applying applying,
            Calling calling,
            Deciding deciding,
            Reviewing reviewing,
            SiteVisits visits,
            DemoYears years) {
        super(mode, "示例申报和评价", 2);
        this.applying = applying;
        this.calling = calling;
        this.visits = visits;
        this.deciding = deciding;
        this.reviewing = reviewing;
        this.years = years;
    }

    @Override
    void fill() {
        for (CarrierKind kind : CarrierKind.values()) {
            cases(kind);
        }
        years.fill();
    }

    private void cases(CarrierKind kind) {
        int year = HubTime.today().getYear();
        Call call = applying.calls().stream()
                .filter(c -> c.year() == year && c.kind() == kind)
                .findFirst()
                .orElseGet(() -> calling.publish(
                        new Calling.Wish(
                                year,
                                kind,
                                "关于组织申报 " + year + " 年度" + word(kind) + "的通知（示例）",
                                null,
                                lastDay(),
                                "成熟一个、审批一个。申报书由所在市州组织人才部门初审后提交，逐条附印证材料。",
                                null,
                                null),
                        OFFICE));
        Set<String> there = applying.list(OFFICE).stream()
                .filter(a -> a.call() == call.id())
                .map(Application::name)
                .collect(Collectors.toSet());
        for (int i = 0; i < WAYS.size(); i++) {
            Viewer city = i % 2 == 0 ? WUHAN : YICHANG;
            String name = (i % 2 == 0 ? "武汉示例" : "宜昌示例") + THEMES.get(i) + word(kind);
            if (!there.contains(name)) {
                go(call, name, city, WAYS.get(i));
            }
        }
    }

    private static LocalDate lastDay() {
        return HubTime.today().plusDays(45);
    }

    private static String word(CarrierKind kind) {
        return kind == CarrierKind.BASE ? "人才基地" : "人才驿站";
    }

    private void go(Call call, String name, Viewer city, List<Action> way) {
        Application a = applying.begin(
                new Applying.Wish(
                        Ids.text(call.id()),
                        name,
                        "湖北示例光电科技有限公司",
                        "91429999MA9999005A",
                        Objects.requireNonNull(city.region()),
                        List.of("OPTO"),
                        way.isEmpty() ? Map.of("basics", "示例单位，正在填写。") : OUTLINE,
                        null),
                city);
        String id = Ids.text(a.id());
        boolean passed = false;
        for (Action action : way) {
            Viewer by = passed ? OFFICE : city;
            deciding.act(
                    id,
                    action,
                    new Deciding.Said(
                            action == Action.RETURN || action == Action.REFUSE || action == Action.WITHDRAW
                                    ? "示例理由：材料不够具体。"
                                    : null,
                            action == Action.ASSIGN ? EXPERTS : null,
                            action == Action.APPROVE
                                    ? "鄂人才示例〔" + call.year() + "〕" + (call.kind() == CarrierKind.BASE ? 11 : 12) + " 号"
                                    : null,
                            null,
                            null,
                            null),
                    by);
            passed |= action == Action.PASS;
            if (action == Action.VISIT) {
                visits.write(
                        id, new SiteVisits.Wish(null, "示例考察组（3 人）", "现场与申报材料相符：有专门场地和专职人员，采集台账按月更新，服务清单上墙。"), OFFICE);
            }
            if (action == Action.VISIT && way.contains(Action.RECOMMEND)) {
                int n = 0;
                for (Reviewing.Expert e : EXPERTS) {
                    n++;
                    reviewing.enter(
                            id,
                            new Reviewing.Wish(
                                    e.name(),
                                    Map.of("conditions", 25 + n % 3, "tasks", 24, "goals", 17, "support", 16 + n),
                                    "基础扎实，目标可检查。",
                                    null),
                            OFFICE);
                }
            }
        }
    }
}
