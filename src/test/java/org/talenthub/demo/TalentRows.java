package org.talenthub.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.talenthub.demo.Names.Named;
import org.talenthub.demo.Words.Industry;
import org.talenthub.demo.Words.Link;

/** Makes people: a row of the talent feed by title, plausible in itself and unlike every earlier one. */
final class TalentRows {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 15);

    private final Words words;
    private final Dice dice;
    private final Names names;
    private final Set<String> persons = new HashSet<>();
    private final Set<String> documents = new HashSet<>();
    private int count;

    /** @param behind number of the last person before the first, whose telephones, e-mails and passports these have not */
    TalentRows(Words words, Dice dice, int behind) {
        this.count = behind;
        this.words = words;
        this.dice = dice;
        this.names = new Names(words.people(), dice);
    }

    Map<String, String> next(Company employer, Style style) {
        Kind kind =
                employer.institute() ? dice.of(Kind.LEADING, Kind.YOUNG, Kind.YOUNG, Kind.ENGINEER) : Kind.draw(dice);
        Industry industry = employer.industry();
        Link link = dice.chance(0.7) ? employer.link() : dice.pick(industry.links());
        Career career = Career.draw(dice, words, kind, employer, industry, link);
        Named named = named(kind, employer);
        String key = named.name() + career.birth().getYear() + career.birth().getMonthValue() + employer.name();
        if (!persons.add(key)) {
            return next(employer, style);
        }
        count++;
        Map<String, String> row = new HashMap<>();
        identity(row, named, career, style);
        education(row, career, style);
        work(row, career, employer, industry, link, style);
        wishes(row, career, style);
        row.put("联系电话", Codes.mobile(count));
        row.put("电子邮箱", dice.chance(0.8) ? "demo%05d@example.com".formatted(count) : "");
        row.put("信息确认日期", style.day(confirmed()));
        return row;
    }

    private Named named(Kind kind, Company employer) {
        if (kind != Kind.SKILLED && dice.chance(0.012)) {
            return names.foreign();
        }
        return dice.chance(0.006)
                ? names.minority()
                : names.chinese(employer.region().code().equals("422800"));
    }

    private void identity(Map<String, String> row, Named named, Career career, Style style) {
        boolean foreign = !named.nationality().isEmpty();
        row.put("姓名", named.name());
        row.put("性别", named.sex());
        row.put("出生年月", style.month(career.birth()));
        row.put("国籍", foreign ? named.nationality() : "中国");
        row.put("民族", named.ethnicity());
        int sequence = dice.between(0, 499) * 2 + (named.sex().equals("男") ? 1 : 0);
        if (foreign) {
            boolean resident = dice.chance(0.3);
            row.put("证件类型", resident ? "外国人永久居留身份证" : "护照");
            row.put(
                    "证件号码",
                    resident ? document("999999", career.birth(), sequence) : "XZ%07d".formatted(count % 10_000_000));
        } else if (dice.chance(0.008)) {
            row.put("证件类型", "港澳台居民居住证");
            row.put("证件号码", document(dice.of("819999", "829999", "839999"), career.birth(), sequence));
        } else if (dice.chance(0.71)) {
            row.put("证件类型", "居民身份证");
            row.put("证件号码", document("4299" + dice.between(70, 99), career.birth(), sequence));
        }
    }

    private String document(String region, LocalDate birth, int sequence) {
        String number = Codes.document(region, birth, sequence);
        return documents.add(number) ? number : document(region, birth, (sequence + 2) % 1000);
    }

    private void education(Map<String, String> row, Career career, Style style) {
        row.put("学历", style.education(career.education()));
        row.put("学位", career.degree());
        row.put("毕业院校", career.school());
        row.put("所学专业", career.major());
        row.put("毕业时间", style.month(career.graduated().atDay(1)));
        row.put("职称", career.title());
        row.put("职称级别", career.titleLevel());
        row.put("职业技能等级", career.skillLevel());
        row.put("人才类别", career.kind().label);
    }

    private void work(
            Map<String, String> row, Career career, Company employer, Industry industry, Link link, Style style) {
        List<String> skills = new ArrayList<>(
                career.kind() == Kind.SKILLED
                        ? dice.some(link.crafts(), dice.between(2, 3))
                        : dice.some(link.skills(), dice.between(3, 5)));
        if (career.kind() != Kind.SKILLED && dice.chance(0.25)) {
            String other = dice.pick(dice.pick(industry.links()).skills());
            if (!skills.contains(other)) {
                skills.add(other);
            }
        }
        Posts posts = new Posts(dice);
        row.put("技术专长", style.join(skills));
        row.put("研究方向", career.kind().scientist() || dice.chance(0.2) ? dice.pick(link.research()) : "");
        row.put("所属产业", industry.label());
        row.put("工作单位", employer.name());
        row.put("统一社会信用代码", dice.chance(0.85) ? employer.code() : "");
        row.put("现任职务", posts.post(career, link));
        row.put("工作地点", employer.place());
        boolean guest = employer.institute() ? dice.chance(0.85) : dice.chance(0.05);
        row.put("引进方式", guest ? dice.of("柔性", "柔性", "项目合作") : "全职");
        row.put("团队名称", career.kind().scientist() && dice.chance(0.4) ? dice.pick(link.research()) + "创新团队" : "");
        row.put("人才计划或荣誉", style.join(posts.honours(career)));
        row.put("主要业绩", posts.achievement(career, skills, link));
    }

    private void wishes(Map<String, String> row, Career career, Style style) {
        int age = 2026 - career.birth().getYear();
        List<String> needs = age < 40
                ? List.of("住房保障", "子女入学", "配偶就业", "人才公寓", "落户办理")
                : List.of("子女入学", "医疗保障", "项目申报", "金融支持", "科研条件");
        row.put("服务需求", dice.chance(0.4) ? style.join(dice.some(needs, dice.between(1, 2))) : "");
        row.put("求职意向", dice.chance(0.6) ? dice.of("暂不考虑", "暂不考虑", "可柔性合作", "可柔性合作", "可考虑合适机会", "正在寻找机会") : "");
        row.put("备注", dice.chance(0.03) ? dice.of("每年在鄂工作三个月以上", "拟申报省级人才计划", "可带团队") : "");
    }

    /** Six in ten of this year, the others stale by one or two. */
    private LocalDate confirmed() {
        int at = dice.between(1, 100);
        return at <= 60
                ? dice.day(LocalDate.of(2026, 1, 5), TODAY)
                : at <= 88
                        ? dice.day(LocalDate.of(2025, 1, 5), LocalDate.of(2025, 12, 26))
                        : dice.day(LocalDate.of(2024, 3, 1), LocalDate.of(2024, 12, 26));
    }
}
