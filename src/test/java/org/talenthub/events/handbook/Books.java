package org.talenthub.events.handbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.talenthub.events.handbook.Handbook.Company;
import org.talenthub.events.handbook.Handbook.Cover;
import org.talenthub.events.handbook.Handbook.Item;
import org.talenthub.events.handbook.Handbook.Person;
import org.talenthub.events.handbook.Handbook.Route;
import org.talenthub.events.handbook.Handbook.Talk;
import org.talenthub.events.handbook.Handbook.Texts;

/** Handbooks of events of any size. */
final class Books {

    private static final String SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨";
    private static final List<String> GIVEN =
            List.of("䶮", "𠮷安", "海宁", "思远", "子涵", "雨桐", "𬭎", "明轩", "若曦", "博文", "㛃", "佳怡");

    private Books() {}

    /** Every second person consents; three in five meetings are given away by chance. */
    static Handbook of(int people, int companies, int each, int version) {
        Random random = new Random(3);
        List<Company> hosts = new ArrayList<>();
        for (int c = 1; c <= companies; c++) {
            hosts.add(new Company(
                    "c" + c,
                    "E%03d".formatted(c),
                    "湖北示例光电第" + c + "有限公司",
                    "主营光通信器件与激光装备，现有研发人员二百余人，设有省级企业技术中心。\n欢迎到访，厂区距会场约 20 分钟车程。",
                    List.of("光芯片工艺工程师（3 人，30–50 万元/年）", "激光器封装设计（2 人）"),
                    1 + c % 2,
                    "招聘专员" + c,
                    "027-6%07d".formatted(c)));
        }
        List<Person> guests = new ArrayList<>();
        for (int p = 1; p <= people; p++) {
            String surname = SURNAMES.substring(p % SURNAMES.length(), p % SURNAMES.length() + 1);
            guests.add(new Person(
                    "p" + p,
                    "T%03d".formatted(p),
                    surname + GIVEN.get(p % GIVEN.size()),
                    surname + (p % 3 == 0 ? "女士" : "先生"),
                    p % 2 == 0,
                    "高级工程师 · 示例大学 · 博士",
                    "磷化铟外延、光刻、可靠性测试",
                    "138%08d".formatted(p),
                    p % 4 == 0 ? "住宿 1 晚，清真餐" : "",
                    "http://127.0.0.1:8080/events/900001/check-in?q=T%03d".formatted(p)));
        }
        List<Talk> talks = new ArrayList<>();
        for (int p = 1; p <= people; p++) {
            for (int i = 0; i < each; i++) {
                int minute = 9 * 60 + 30 * i;
                talks.add(new Talk(
                        "m" + p + "-" + i,
                        "p" + p,
                        "c" + (1 + (p * 7 + i * 11 + random.nextInt(2)) % companies),
                        "2026-12-05T%02d:%02d".formatted(minute / 60, minute % 60),
                        "2026-12-05T%02d:%02d".formatted((minute + 30) / 60, (minute + 30) % 60),
                        1 + i % 2,
                        List.of("光芯片工艺工程师", "激光器封装设计与可靠性测试工程师（武汉、宜昌两地）")));
            }
        }
        return new Handbook(
                new Cover(
                        "900001",
                        "2026 年“光谷专列”引才对接活动",
                        "引才专列",
                        "2026-12-05T08:30",
                        "2026-12-06T17:00",
                        "武汉光谷会展中心",
                        "湖北省委人才办",
                        version,
                        "2026-11-29"),
                List.of(
                        new Item("2026-12-05T08:30", "2026-12-05T09:00", "", "签到", "一楼大厅"),
                        new Item("2026-12-05T09:00", "2026-12-05T12:00", "对接", "面对面洽谈", "A 馆"),
                        new Item("2026-12-06T09:00", "2026-12-06T12:00", "走访", "走访企业；分三线", "各企业")),
                List.of(new Route("一线", "2026-12-06T08:30", List.of("会展中心", "左岭", "未来科技城"), 45, "刘老师")),
                hosts,
                guests,
                talks,
                new Texts("安家补贴按《某办法》执行。\n高层次人才子女入学由驿站协助办理。", "请在离场前交回。", "医疗点：A 馆东门。\n总值班 027-60000000。", ""));
    }
}
